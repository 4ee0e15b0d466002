/** Makes the callers of a scenario: connected, logged in where they have to be, and every road walked once. */
import { Connection, requestOf, type Answer } from './connection.js';
import type { Caller } from './load.js';
import type { Scenario } from './scenarios.js';

/** @param url of a server, with its context path. @throws Error where the server answers anything unexpected */
export async function openCallers(scenario: Scenario, url: string): Promise<readonly Caller[]> {
  const login = new URL(`${url}/api/auth/login`);
  const logins = scenario.logins.map((body) => requestOf('POST', login, {}, JSON.stringify(body)));
  let next = 0;
  const nextLogin = () => logins[next++ % logins.length] ?? Buffer.alloc(0); // there is at least one
  const connections = await Promise.all(Array.from({ length: scenario.connections }, () => Connection.open(login)));
  return Promise.all(
    connections.map(async (connection): Promise<Caller> => {
      const answer = await connection.ask(nextLogin());
      const mistake = mistakeInLogin(answer);
      if (mistake !== undefined) throw new Error(`the first login was answered wrongly: ${mistake}`);
      if (scenario.kind === 'login') return { connection, nextRequest: nextLogin, mistakeIn: mistakeInLogin };
      return reader(connection, new URL(`${url}/api/sessions`), answer);
    }),
  );
}

/** Reads the session that this login has opened. Every answer must be like the first. */
async function reader(connection: Connection, url: URL, login: Answer): Promise<Caller> {
  const headers = { 'x-mstr-authtoken': header(login, 'x-mstr-authtoken'), cookie: header(login, 'set-cookie') };
  const request = requestOf('GET', url, { ...headers, cookie: headers.cookie.split(';', 1)[0] ?? '' });
  const first = await connection.ask(request);
  if (first.status !== 200 || !/"id":"[0-9A-F]{32}"/.test(first.body)) {
    throw new Error(`the session was answered wrongly: ${first.head}\n${first.body}`);
  }
  const mistakeIn = ({ status, head, body }: Answer) =>
    status === 200 && body === first.body ? undefined : `${head}\n${body}`;
  return { connection, nextRequest: () => request, mistakeIn };
}

function mistakeInLogin({ status, head, body }: Answer): string | undefined {
  return status === 204 && /\r\nx-mstr-authtoken: /i.test(head) ? undefined : `${head}\n${body}`;
}

function header({ head }: Answer, name: string): string {
  return new RegExp(`\r\n${name}: ([^\r]*)`, 'i').exec(head)?.[1] ?? '';
}
