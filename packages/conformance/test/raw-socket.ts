/** Requests that no HTTP library would send: pieces of text, or less than a whole head. */
import { connect } from 'node:net';
import type { HeaderLine, RawAnswer } from '../src/index.js';

/** Writes this text to the server and waits, without saying more, for an answer and the end of the connection. */
export async function sendText(baseUrl: string, text: string): Promise<RawAnswer> {
  const { hostname, port } = new URL(baseUrl);
  const socket = connect(Number(port), hostname);
  socket.write(text);
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of socket) chunks.push(chunk as Buffer); // a socket yields buffers
  } catch (error) {
    // A server that answers early may reset what was still on its way.
    if (chunks.length === 0) throw error;
  }
  return parse(Buffer.concat(chunks).toString());
}

function parse(text: string): RawAnswer {
  const [head = '', ...rest] = text.split('\r\n\r\n');
  const [statusLine = '', ...lines] = head.split('\r\n');
  const headers = lines.map((line): HeaderLine => {
    const colon = line.indexOf(':');
    return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
  });
  return { status: Number(statusLine.split(' ')[1]), headers, body: rest.join('\r\n\r\n') };
}
