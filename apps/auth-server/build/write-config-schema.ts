/** Writes config.schema.json, the published JSON Schema of the configuration; with --check only compares. */
import { readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { configSchema } from '../src/config/config.js';

const file = new URL('../config.schema.json', import.meta.url);
const schema = z.toJSONSchema(configSchema, { io: 'input', unrepresentable: 'any' });
const text = `${JSON.stringify({ title: 'Configuration of @mstr-rest/auth-server', ...schema }, null, 2)}\n`;

if (!process.argv.includes('--check')) writeFileSync(file, text);
else if (currentText() !== text) {
  console.error('apps/auth-server/config.schema.json is not up to date: run npm run generate');
  process.exitCode = 1;
}

function currentText(): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
