/** Opens the connection to a directory: plain, by TLS, or by TLS after StartTLS (RFC 4511 section 4.14). */
import { connect, isIP, type Socket } from 'node:net';
import { connect as connectTls, type ConnectionOptions } from 'node:tls';
import { DirectoryDown } from '../directory-down.js';
import { startTls } from './start-tls.js';

export interface ServerAddress {
  readonly host: string;
  readonly port: number;
  readonly security: 'none' | 'tls' | 'startTls';
  /** PEM certificates of the authorities that are believed; absent: those that Node believes. */
  readonly authorities: readonly string[] | undefined;
  /** The name that the certificate has to be good for; absent: the host. */
  readonly certificateName: string | undefined;
}

/** @throws DirectoryDown where there is no connection after that long, or none that is to be trusted */
export async function openSocket(address: ServerAddress, timeoutMs: number): Promise<Socket> {
  const opened: Socket[] = [];
  let isLate = false;
  const timer = setTimeout(() => {
    isLate = true;
    for (const socket of opened) socket.destroy(new Error('closed'));
  }, timeoutMs);
  const opening = (socket: Socket) => {
    // Once it is handed over, errors are for the one who has it.
    socket.on('error', () => undefined);
    opened.push(socket);
    return socket;
  };
  try {
    return await secured(address, opening);
  } catch (error) {
    for (const socket of opened) socket.destroy();
    const reason = isLate ? `no connection after ${timeoutMs} ms` : messageOf(error);
    throw new DirectoryDown(`${address.host}:${address.port}: ${reason}`, { cause: error });
  } finally {
    clearTimeout(timer);
  }
}

async function secured(address: ServerAddress, opening: (socket: Socket) => Socket): Promise<Socket> {
  const { host, port, security } = address;
  if (security === 'tls') return ready(opening(connectTls({ ...tlsOptions(address), host, port })), 'secureConnect');
  const plain = await ready(opening(connect({ host, port })), 'connect');
  if (security === 'none') return plain;
  await startTls(plain);
  return ready(opening(connectTls({ ...tlsOptions(address), socket: plain })), 'secureConnect');
}

function tlsOptions({ host, authorities, certificateName = host }: ServerAddress): ConnectionOptions {
  return {
    // Said in so many words: what is left out, NODE_TLS_REJECT_UNAUTHORIZED could switch off.
    rejectUnauthorized: true,
    minVersion: 'TLSv1.2',
    // Without a socket's own host Node checks the certificate against `host`; a name to be sent must not be an address.
    host: certificateName,
    ...(isIP(certificateName) === 0 ? { servername: certificateName } : {}),
    ...(authorities === undefined ? {} : { ca: [...authorities] }),
  };
}

function ready(socket: Socket, event: 'connect' | 'secureConnect'): Promise<Socket> {
  return new Promise((resolve, reject) => {
    socket.once(event, () => resolve(socket));
    socket.once('error', reject);
    socket.once('close', () => reject(new Error('the connection was closed')));
  });
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
