/** Secrets that a person types, or that another program writes. */
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { text } from 'node:stream/consumers';

/** Asks at the terminal. What is typed is shown nowhere. @throws Error where there is no terminal */
export async function askWithoutEcho(question: string): Promise<string> {
  if (!process.stdin.isTTY) throw new Error('there is no terminal to ask at: use --password-stdin');
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  process.stderr.write(question);
  const terminal = createInterface({ input: process.stdin, output: nowhere, terminal: true });
  try {
    return await terminal.question('');
  } finally {
    terminal.close();
    process.stderr.write('\n');
  }
}

/** The whole of what comes, without the one line feed that ends it. @throws Error where nothing does */
export async function readSecret(from: NodeJS.ReadableStream): Promise<string> {
  const secret = (await text(from)).replace(/\r?\n$/, '');
  if (secret === '') throw new Error('there is no password on standard input');
  return secret;
}
