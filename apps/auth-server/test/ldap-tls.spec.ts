import { existsSync } from 'node:fs';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { people, slapdBinary, startSlapd, type Slapd } from '../../../tools/test-servers/slapd.js';
import { logInByLdap, openLdapServer, outcomeOf, slapdSettings, unavailable } from './ldap-directory.js';
import { engines } from './ldap-engines.js';
import type { TestServer } from './open-server.js';

const withSlapd = existsSync(slapdBinary) ? describe : describe.skip;

withSlapd('login by LDAP over TLS', () => {
  let slapd: Slapd;
  let elsewhere: Slapd;
  let test: TestServer | undefined;
  beforeAll(async () => {
    [slapd, elsewhere] = await Promise.all([
      startSlapd({ lockoutAfter: 100 }),
      startSlapd({ certificateNames: 'DNS:ldap.example.org' }),
    ]);
  }, 60_000);
  afterAll(() => Promise.all([slapd?.stop(), elsewhere?.stop()]));
  afterEach(async () => {
    await test?.close();
    test = undefined;
  });
  const { ann } = people;
  const outcome = async (settings: object, password = ann.password) => {
    test ??= await openLdapServer(slapdSettings(slapd, { importUsers: true, ...settings }));
    return outcomeOf(logInByLdap(test, 'ann', password));
  };
  /** What the log says of why the directory is not available. */
  const causes = () => JSON.stringify(test?.log.filter(({ level }) => level === 'error'));

  const ldaps = ['LDAPS', (server: Slapd) => ({ servers: [server.ldapsUrl] })] as const;
  const startTls = ['StartTLS', (server: Slapd) => ({ servers: [server.url], startTls: true })] as const;
  const ways = engines.flatMap(({ name, settings, canRun, differences }) =>
    (differences.includes('there is no StartTLS') ? [ldaps] : [ldaps, startTls]).map(([way, at]) => ({
      name: `${way} with ${name}`,
      at: (server: Slapd) => ({ ...settings, ...at(server) }),
      canRun,
    })),
  );

  for (const { name, at, canRun } of ways) {
    (canRun ? describe : describe.skip)(`by ${name}`, () => {
      it('lets in where the server has a certificate of the authority', async () => {
        const settings = { ...at(slapd), tls: { caFiles: [slapd.caFile] } };
        expect(await outcome(settings)).toBe('204');
        expect(await outcome(settings, 'wrong')).toBe('401 ERR003 -2147216959');
      });

      it('believes several authorities at once', async () => {
        expect(await outcome({ ...at(slapd), tls: { caFiles: [slapd.otherCaFile, slapd.caFile] } })).toBe('204');
      });

      it('sends nothing where the authority is another one', async () => {
        expect(await outcome({ ...at(slapd), tls: { caFiles: [slapd.otherCaFile] } })).toBe(unavailable);
        expect(causes()).toMatch(/unable to verify|self-signed certificate/);
      });

      it('sends nothing where it is none that Node knows', async () => {
        expect(await outcome(at(slapd))).toBe(unavailable);
        expect(causes()).toMatch(/unable to verify|self-signed certificate/);
      });

      it('sends nothing where the certificate has another name', async () => {
        expect(await outcome({ ...at(elsewhere), tls: { caFiles: [elsewhere.caFile] } })).toBe(unavailable);
        expect(causes()).toContain("does not match certificate's altnames");
      });

      it('lets in where the certificate has the name that the settings expect', async () => {
        const tls = { caFiles: [elsewhere.caFile], serverName: 'ldap.example.org' };
        expect(await outcome({ ...at(elsewhere), tls })).toBe('204');
      });
    });
  }

  describe('where somebody sits on the way', () => {
    let listener: Server | undefined;
    const received: Buffer[] = [];
    const sockets: Socket[] = [];
    afterEach(() => {
      listener?.close();
      for (const socket of sockets.splice(0)) socket.destroy();
      received.length = 0;
    });
    /** Answers the first message with these bytes, and keeps what comes. */
    async function answering(...answer: Buffer[]): Promise<string> {
      const opened = createServer((socket) => {
        sockets.push(socket);
        socket.on('error', () => undefined);
        socket.on('data', (bytes) => received.push(bytes));
        socket.once('data', () => socket.write(Buffer.concat(answer)));
      });
      listener = opened;
      await new Promise<void>((listening) => opened.listen(0, '127.0.0.1', listening));
      return `ldap://127.0.0.1:${(opened.address() as AddressInfo).port}`; // it listens on TCP
    }
    const message = (id: number, type: number, code: number) =>
      Buffer.from([0x30, 0x0c, 2, 1, id, type, 7, 0x0a, 1, code, 4, 0, 4, 0]);
    const agreed = message(1, 0x78, 0);
    const bindSucceeded = (id: number) => message(id, 0x61, 0);

    it.each([
      ['answers to come, in the clear', [agreed, bindSucceeded(2)], 'more than its answer'],
      ['a refusal', [message(1, 0x78, 2)], 'refuses StartTLS with code 2'],
      ['the answer to something else', [bindSucceeded(1)], 'Expected 0x78'],
      ['another number', [message(2, 0x78, 0)], 'something else than StartTLS'],
      ['rubbish', [Buffer.from('HTTP/1.1 200 OK\r\n\r\n')], ''],
      ['only an agreement', [agreed], 'no connection after 500 ms'],
      ['half of an agreement', [agreed.subarray(0, 5)], 'no connection after 500 ms'],
    ])('and sends %s, no password goes out and nobody gets in', async (_title, answer, reason) => {
      const url = await answering(...answer);
      const settings = { servers: [url], startTls: true, timeouts: { connectMs: 500 } };
      expect(await outcome({ ...settings, tls: { caFiles: [slapd.caFile] } })).toBe(unavailable);
      expect(causes()).toContain(reason);
      const sent = Buffer.concat(received).toString('latin1');
      expect(sent).toContain('1.3.6.1.4.1.1466.20037');
      expect(sent).not.toContain('likes long passwords');
    });
  });

  it('is asked for where passwords would go to another machine in the clear, or leaves a warning', async () => {
    const servers = ['ldap://ldap.example.org'];
    await expect(openLdapServer(slapdSettings(slapd, { servers }))).rejects.toThrow('in the clear');
    test = await openLdapServer(slapdSettings(slapd, { servers, allowPlaintext: true }));
    expect(test.log).toMatchObject([
      { level: 'warn', msg: 'auth.ldap: passwords go to ldap://ldap.example.org in the clear' },
    ]);
  });
});
