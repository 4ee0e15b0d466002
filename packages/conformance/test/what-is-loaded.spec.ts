/** What comes along with the library and with each command: the server only with the command that starts one. */
import { existsSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { compile } from './built-packages.js';

const source = join(__dirname, '../src');

/** Names of the packages that a file loads by itself, in whatever file; without types, and without what is loaded on demand. */
function loadedFrom(file: string, seen = new Set<string>()): ReadonlySet<string> {
  const name = join(source, file.replace(/\.js$/, '.ts'));
  if (seen.has(file) || !existsSync(name)) return seen;
  seen.add(file);
  const text = compile(readFileSync(name, 'utf8'), name);
  for (const [, specifier = ''] of text.matchAll(/^(?:import|export)\b[^;]*?['"]([^'"]+)['"];$/gm)) {
    if (specifier.startsWith('.')) loadedFrom(posix.join(posix.dirname(file), specifier), seen);
    else seen.add(specifier);
  }
  return seen;
}

describe('the server', () => {
  it.each(['index.js', 'command/main.js'])('is not loaded with %s', (file) => {
    const loaded = [...loadedFrom(file)];
    expect(loaded).toContain('@mstr-rest/protocol');
    expect(loaded.filter((one) => one.startsWith('@mstr-rest/auth-server'))).toEqual([]);
  });

  it('is loaded with the command that examines a program', () => {
    expect([...loadedFrom('command/client-command.js')]).toContain('@mstr-rest/auth-server/testing');
  });
});
