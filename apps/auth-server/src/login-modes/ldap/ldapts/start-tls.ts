import type { Socket } from 'node:net';
import { BerReader } from 'ldapts';

/** Extended request 1.3.6.1.4.1.1466.20037 with message id 1 (RFC 4511 sections 4.12 and 4.14.1). */
const request = Buffer.concat([
  Buffer.from([0x30, 0x1d, 0x02, 0x01, 0x01, 0x77, 0x18, 0x80, 0x16]),
  Buffer.from('1.3.6.1.4.1.1466.20037'),
]);

const tags = { sequence: 0x30, extendedResponse: 0x78 } as const;

/** Bytes of the answer to wait for. A server's own words are longer at times, but not that long. */
const longest = 4096;

/**
 * Asks the server to speak TLS from here on. Nothing but its answer may have come: what somebody on the way put behind it
 * in the clear would later pass for an answer of the server.
 * @throws Error where the server refuses, or says anything else
 */
export function startTls(socket: Socket): Promise<void> {
  return new Promise((resolve, reject) => {
    let received = Buffer.alloc(0);
    const settle = (outcome: () => void) => {
      socket.off('data', read).off('error', reject).off('close', closed);
      outcome();
    };
    const closed = () => settle(() => reject(new Error('the server closed the connection at StartTLS')));
    const read = (bytes: Buffer) => {
      received = Buffer.concat([received, bytes]);
      try {
        // The handshake has to begin before anything else is read: the promise is settled in this very turn.
        if (isAnswered(received)) settle(resolve);
      } catch (error) {
        settle(() => reject(error));
      }
    };
    socket.on('data', read).once('error', reject).once('close', closed);
    socket.write(request);
  });
}

/** Is the answer there, whole and alone? @throws Error where it is not a consent */
function isAnswered(received: Buffer): boolean {
  const reader = new BerReader(received);
  if (reader.readSequence(tags.sequence) === null || reader.length > reader.remain) {
    if (received.length > longest) throw new Error('the answer to StartTLS is too long');
    return false;
  }
  if (reader.remain > reader.length) throw new Error('the server sent more than its answer to StartTLS');
  if (reader.readInt() !== 1) throw new Error('the server answered something else than StartTLS');
  reader.readSequence(tags.extendedResponse);
  const code = reader.readEnumeration();
  if (code !== 0) throw new Error(`the server refuses StartTLS with code ${code ?? 'none'}`);
  return true;
}
