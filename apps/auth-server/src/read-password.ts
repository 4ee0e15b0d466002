import { createInterface } from 'node:readline';
import type { ReadStream } from 'node:tty';
import { Writable } from 'node:stream';

/**
 * One line of standard input, without its end. At a terminal it is asked for, and not shown.
 * @throws Error where there is none
 */
export async function readPassword(
  input: NodeJS.ReadableStream & Partial<Pick<ReadStream, 'isTTY'>>,
  prompt: (text: string) => void,
): Promise<string> {
  const terminal = input.isTTY === true;
  if (terminal) prompt('New password: ');
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input, output: nowhere, terminal });
  try {
    for await (const line of lines) return line;
    throw new Error('There is no password on standard input.');
  } finally {
    lines.close();
    if (terminal) prompt('\n');
  }
}
