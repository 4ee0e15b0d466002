/** Writes config.schema.json, the published JSON Schema of the configuration; with --check only compares. */
import { readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { configSchema } from '../src/config/config.js';
import { loginModes } from '../src/login-modes/index.js';

const file = new URL('../config.schema.json', import.meta.url);
const schema = z.toJSONSchema(configSchema, { io: 'input', unrepresentable: 'any' });
// The configuration leaves the settings of a login mode to the mode, which has a form for them.
const auth = schema.properties?.['auth'];
if (typeof auth !== 'object' || auth.properties === undefined) throw new Error('the configuration has no auth');
for (const { name, settings } of loginModes) {
  if (settings === undefined) continue;
  const { $schema: _of, ...form } = z.toJSONSchema(settings, { io: 'input', unrepresentable: 'any' });
  auth.properties[name] = form;
}

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
