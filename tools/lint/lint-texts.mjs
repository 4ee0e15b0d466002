/**
 * Lints texts as if they stood in files that need not exist, with the rules of this repository but without types.
 * stdin or the named file: `[{ "filePath", "text" }]`; stdout: `[{ "filePath", "messages" }]`; exit code 1 if any.
 */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';

const root = resolve(import.meta.dirname, '../..');
const [file] = process.argv.slice(2);
const texts = JSON.parse(readFileSync(file ?? 0, 'utf8'));
const eslint = new ESLint({ cwd: root, overrideConfig: tseslint.configs.disableTypeChecked });

const results = [];
for (const { filePath, text } of texts) {
  const [result] = await eslint.lintText(text, { filePath: resolve(root, filePath), warnIgnored: true });
  results.push({ filePath, messages: result.messages.map(({ ruleId, message }) => ({ ruleId, message })) });
}
process.stdout.write(`${JSON.stringify(results, null, 2)}\n`);
process.exitCode = results.some(({ messages }) => messages.length > 0) ? 1 : 0;
