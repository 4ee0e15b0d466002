/** Connections that cost a server something by being there. */
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import type { FloodOrder } from './flood-order.js';
import type { LoadRequest } from './load-order.js';

export interface Held {
  end(): Promise<void>;
}

type Order = Pick<FloodOrder, 'request' | 'connections'>;

const openedAtOnce = 100;
/** Of each slow sender, between two bytes. They do not send all in the same moment. */
const byteEveryMs = 500;
const turnEveryMs = 10;

/** Connections that have sent one request, had its answer, and are silent. @throws Error where one is not answered 200 */
export async function holdIdle({ request, connections }: Order): Promise<Held> {
  const sockets: Socket[] = [];
  const open = async () => {
    const socket = await connected(request);
    sockets.push(socket);
    socket.write(textOf(request));
    const [answer] = (await once(socket, 'data')) as [Buffer];
    if (!answer.toString('latin1').startsWith('HTTP/1.1 200')) throw new Error('a connection was not let in');
  };
  for (let left = connections; left > 0; left -= openedAtOnce) {
    await Promise.all(Array.from({ length: Math.min(left, openedAtOnce) }, open));
  }
  return {
    async end() {
      const lost = sockets.filter(({ destroyed, readableEnded }) => destroyed || readableEnded).length;
      closeAll(sockets);
      if (lost > 0) throw new Error(`${lost} of ${connections} idle connections were closed by the server`);
    },
  };
}

/** Connections that send a request a byte at a time. One that the server closes is opened anew. */
export async function sendSlowly({ request, connections }: Order): Promise<Held> {
  const text = textOf(request);
  const sockets = await Promise.all(Array.from({ length: connections }, () => connected(request)));
  const inATurn = Math.ceil((connections * turnEveryMs) / byteEveryMs);
  let sent = 0;
  const sending = setInterval(() => {
    for (let left = inATurn; left > 0; left -= 1, sent += 1) {
      const at = sent % connections;
      const socket = sockets[at];
      const byte = text.charAt(Math.floor(sent / connections) % (text.length - 4)); // never the blank line at its end
      if (socket?.writable === true) socket.write(byte);
      else sockets[at] = connect(addressOf(request)).on('error', ignore);
    }
  }, turnEveryMs);
  return {
    async end() {
      clearInterval(sending);
      closeAll(sockets);
    },
  };
}

const ignore = () => undefined;

async function connected(request: LoadRequest): Promise<Socket> {
  const socket = connect(addressOf(request));
  await once(socket, 'connect');
  socket.on('error', ignore); // whoever holds it sees that it is closed
  return socket;
}

function addressOf({ url }: LoadRequest) {
  const { hostname, port } = new URL(url);
  return { host: hostname, port: Number(port) };
}

function textOf({ method, url, headers }: LoadRequest): string {
  const { host, pathname } = new URL(url);
  const lines = Object.entries({ host, ...headers }).map(([name, value]) => `${name}: ${value}`);
  return [`${method} ${pathname} HTTP/1.1`, ...lines, '', ''].join('\r\n');
}

/** Without a moment in which ports stay taken. */
function closeAll(sockets: readonly Socket[]): void {
  for (const socket of sockets) socket.resetAndDestroy();
}
