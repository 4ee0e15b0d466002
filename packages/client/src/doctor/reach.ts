import { connect } from 'node:tls';
import { codesOf } from '../transport/may-repeat.js';
import { finding, type Finding } from './findings.js';

type Row = readonly [codes: RegExp, id: Parameters<typeof finding>[0], what: string];

const rows: readonly Row[] = [
  [/^ENOTFOUND$|^EAI_AGAIN$/, 'nameUnknown', 'Nobody knows the name of the host.'],
  [
    /^CERT_HAS_EXPIRED$|^CERT_NOT_YET_VALID$/,
    'certificateExpired',
    'The certificate of the server is not valid at this time.',
  ],
  [/^DEPTH_ZERO_SELF_SIGNED_CERT$/, 'certificateSelfSigned', 'The certificate of the server is signed by itself.'],
  [
    /^SELF_SIGNED|^UNABLE_TO_/,
    'certificateAuthorityUnknown',
    'Nobody here knows who has signed the certificate of the server.',
  ],
  [/^ERR_TLS_CERT_ALTNAME_INVALID$/, 'certificateWrongName', 'The certificate is one for other names.'],
  [
    /^ERR_SSL_WRONG_VERSION_NUMBER$|^ERR_SSL_PACKET|^EPROTO$/,
    'httpInsteadOfHttps',
    'The server does not speak TLS at this port.',
  ],
  [/^ERR_SSL|^ERR_TLS|^CERT_/, 'tlsFailed', 'No TLS connection came about.'],
  [/TIMEOUT|^TimeoutError$|^AbortError$/, 'noAnswerInTime', 'There was no answer in time.'],
];

/** Why there was no answer. */
export async function unreached(error: unknown, base: string): Promise<Finding> {
  const codes = [...codesOf(error), String((Object(error) as Partial<Error>).name)]; // any object
  for (const [pattern, id, what] of rows) {
    const code = codes.find((one) => pattern.test(one));
    if (code !== undefined) return finding(id, `${what} (${code})`);
  }
  const url = new URL(base);
  if (url.protocol === 'http:' && (await speaksTls(url))) {
    return finding('httpsInsteadOfHttp', 'The server speaks TLS at this port.');
  }
  return finding('notReachable', `There was no answer. (${codes[0] ?? 'no code'})`);
}

const longestHandshakeMs = 2_000;

/** Nothing is sent, and nothing believed: only whether it is TLS is asked. */
export function speaksTls({ hostname, port }: URL): Promise<boolean> {
  return new Promise((resolve) => {
    const host = hostname.replace(/^\[|\]$/g, '');
    const socket = connect({ host, port: Number(port || 443), rejectUnauthorized: false, timeout: longestHandshakeMs });
    const end = (answer: boolean) => () => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('secureConnect', end(true)).once('error', end(false)).once('timeout', end(false));
  });
}
