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

/** The whole of what comes, without the one line feed that ends it. */
export async function readSecret(from: NodeJS.ReadableStream): Promise<string> {
  return (await text(from)).replace(/\r?\n$/, '');
}
