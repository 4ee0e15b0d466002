/** Login by Kerberos from end to end: the built program in a process of its own, a real KDC, kinit and curl. */
import { copyFileSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { principals, realm, startKdc, type Kdc } from '../../../tools/test-servers/kdc.js';
import {
  curl,
  program,
  startKerberosServer,
  stopAllServers,
  tokens,
  withKerberos,
  type KerberosServer,
} from './kerberos-server.js';
import { rawRequest } from './raw-request.js';

const negotiationFailed = { code: 'ERR003', iServerCode: -2147212462 };
const notLinked = { code: 'ERR003', iServerCode: -2147212488 };
const json = { 'content-type': 'application/json' };

withKerberos('a login by Kerberos', () => {
  let kdc: Kdc;
  let keytab: string;
  let ann: string;
  let server: KerberosServer;
  beforeAll(async () => {
    kdc = await startKdc();
    await kdc.kadmin('addprinc', '-pw', 'reports likes long passwords', 'batch/reports');
    keytab = await kdc.keytab();
    ann = await kdc.kinit('ann', principals.ann);
    server = await startKerberosServer(kdc, { keytab });
  }, 60_000);
  afterAll(async () => {
    await stopAllServers();
    await kdc?.stop();
  });

  const logIn = (tickets: string, { api }: KerberosServer = server, more: readonly string[] = []) =>
    curl(kdc, tickets, ['-X', 'POST', ...more, `${api}/auth/login`]);
  const send = (authorization: string | undefined, { api }: KerberosServer = server) =>
    fetch(`${api}/auth/login`, { method: 'POST', headers: authorization === undefined ? {} : { authorization } });
  const token = async (tickets = ann) => (await tokens(kdc, tickets))[0] ?? '';

  async function isRefused(answer: Response): Promise<void> {
    expect(answer.status).toBe(401);
    expect(answer.headers.get('www-authenticate')).toBe('Negotiate');
    expect(await answer.json()).toMatchObject(negotiationFailed);
  }

  describe('with a ticket', () => {
    it('needs nothing else, where it is the default', async () => {
      const answer = await logIn(ann);
      expect(answer.status).toBe(204);
      const session = await fetch(`${server.api}/sessions/userInfo`, { headers: answer.session });
      expect(await session.json()).toMatchObject({ fullName: 'Ann Analyst' });
      await server.shows(/"event":"login".*"loginMode":128/);
    });

    it('may be asked for by number, and then looks at no password', async () => {
      const both = await startKerberosServer(kdc, { keytab }, { modes: [1, 128] });
      const body = JSON.stringify({ loginMode: 128, username: 'bob', password: 'whatever' });
      const answer = await logIn(ann, both, ['-H', 'Content-Type: application/json', '-d', body]);
      expect(answer.status).toBe(204);
      const without = await fetch(`${both.api}/auth/login`, { method: 'POST', headers: json, body });
      await isRefused(without);
      await both.stop();
    });

    it('is answered with a proof that the server holds the keys', async () => {
      const [status, complete, tampered] = (await program(
        kdc,
        ann,
        `
        const client = await initializeClient('HTTP@localhost', { mechOID: GSS_MECH_OID_SPNEGO });
        const other = await initializeClient('HTTP@localhost', { mechOID: GSS_MECH_OID_SPNEGO });
        await other.step('');
        const headers = { authorization: 'Negotiate ' + (await client.step('')) };
        const answer = await fetch('${server.api}/auth/login', { method: 'POST', headers });
        const proof = answer.headers.get('www-authenticate').replace('Negotiate ', '');
        await client.step(proof);
        return [answer.status, client.contextComplete, await other.step(proof).catch((error) => error.message)];`,
      )) as unknown[];
      expect([status, complete]).toEqual([204, true]);
      expect(tampered).toMatch(/GSS failure/);
    });

    it('does not ask the KDC', async () => {
      const made = await token();
      kdc.pause();
      expect((await send(`Negotiate ${made}`)).status).toBe(204);
      kdc.resume();
    });

    it('is a login of the one who holds it, also of many at once', async () => {
      await kdc.kadmin('addprinc', '-pw', principals.bob, 'cat');
      const config = {
        users: ['ann', 'cat'].map((loginName) => ({ loginName, fullName: loginName, standardAuth: false })),
      };
      const many = await startKerberosServer(kdc, { keytab }, { config });
      const cat = await kdc.kinit('cat', principals.bob);
      const [anns, cats] = await Promise.all([ann, cat].map((tickets) => tokens(kdc, tickets, { count: 15 })));
      const holders = [anns, cats].flatMap((made = [], at) =>
        made.map((one) => ({ one, name: at === 0 ? 'ann' : 'cat' })),
      );
      const names = await Promise.all(
        holders.map(async ({ one }) => {
          const { headers } = await send(`Negotiate ${one}`, many);
          const session = {
            'x-mstr-authtoken': headers.get('x-mstr-authtoken') ?? '',
            cookie: headers.get('set-cookie') ?? '',
          };
          return (
            (await (await fetch(`${many.api}/sessions/userInfo`, { headers: session })).json()) as { fullName: string }
          ).fullName;
        }),
      );
      expect(names).toEqual(holders.map(({ name }) => name));
      await many.stop();
    });
  });

  describe('without a ticket that is good', () => {
    it.each([undefined, '', 'Negotiate', 'Negotiate ', 'Bearer abc', 'Basic YW5uOmFubg==', 'NegotiateYII='])(
      'is answered with a challenge: %j',
      async (authorization) => isRefused(await send(authorization)),
    );

    it('ends there for curl, which has nothing to answer', async () => {
      const answer = await logIn('/nowhere');
      expect(answer).toMatchObject({ status: 401, body: negotiationFailed });
    });

    it('refuses NTLM, by itself and in SPNEGO', async () => {
      const ntlm = Buffer.from(
        '4e544c4d5353500001000000b78208e2000000000000000000000000000000000a00614a0000000f',
        'hex',
      );
      await isRefused(await send(`Negotiate ${ntlm.toString('base64')}`));
      await isRefused(await send(`NTLM ${ntlm.toString('base64')}`));
      await isRefused(await send(`Negotiate ${spnegoOf(['2b06010401823702020a'], ntlm)}`));
      await isRefused(await send(`Negotiate ${spnegoOf(['2b06010401823702020a', '2a864886f712010202'], ntlm)}`));
      await server.shows(/(the token does not begin with Kerberos in SPNEGO[^]*){3}/); // it is never handed on
      await isRefused(await send(`Negotiate ${spnegoOf(['2a864886f712010202', '2b06010401823702020a'], ntlm)}`));
    });

    it('refuses Kerberos outside of SPNEGO, and a negotiation in more than one round', async () => {
      const raw = Buffer.from(await token(), 'base64').subarray(-700);
      await isRefused(await send(`Negotiate ${raw.subarray(raw.indexOf(0x60)).toString('base64')}`));
      await isRefused(await send(`Negotiate ${spnegoOf(['2a864886f712010202'], undefined)}`));
      const [threeLegs = ''] = await tokens(kdc, ann, { flags: 0x1002 }); // DCE style: the client has the last word
      await isRefused(await send(`Negotiate ${threeLegs}`));
      await server.shows('A required input parameter could not be read'); // the library has no name for the package yet
    });

    it('refuses a token that was used before, in the same wrapping or another', async () => {
      const made = await token();
      expect((await send(`Negotiate ${made}`)).status).toBe(204);
      await isRefused(await send(`Negotiate ${made}`));
      const wrapped = Buffer.from(made, 'base64');
      wrapped[wrapped.indexOf(Buffer.from('2a864886f712010202', 'hex')) + 3] = 0x82; // the number that Windows gives Kerberos
      await isRefused(await send(`Negotiate ${wrapped.toString('base64')}`));
      await server.shows(/Request is a replay[^]*Request is a replay/);
    });

    it('opens one session for a token that comes ten times at once', async () => {
      const made = await token();
      const answers = await Promise.all(Array.from({ length: 10 }, () => send(`Negotiate ${made}`)));
      expect(answers.map(({ status }) => status).sort()).toEqual([204, ...Array.from({ length: 9 }, () => 401)]);
    });

    it('refuses a ticket that is over', async () => {
      const strict = await withClockSkew(1);
      await kdc.kadmin('modprinc', '-maxlife', '2 seconds', 'bob');
      const bob = await kdc.kinit('bob', principals.bob);
      const [first = '', second = ''] = await tokens(kdc, bob, { count: 2 });
      expect((await send(`Negotiate ${first}`, strict)).status).toBe(401); // there is no account bob
      await wait(4_000);
      await isRefused(await send(`Negotiate ${second}`, strict));
      await strict.shows(/Clock skew too great|Ticket expired/);
      await strict.stop();
    });

    it('refuses a ticket for another service, with its keys in the keytab or not', async () => {
      const both = `${keytab}-both`;
      copyFileSync(keytab, both);
      await kdc.kadmin('addprinc', '-randkey', 'host/localhost');
      await kdc.kadmin('ktadd', '-k', both, '-norandkey', 'host/localhost');
      const hosts = await startKerberosServer(kdc, { keytab: both });
      const [first = '', second = ''] = await tokens(kdc, ann, { service: 'host@localhost', count: 2 });
      await isRefused(await send(`Negotiate ${first}`));
      await isRefused(await send(`Negotiate ${second}`, hosts));
      await hosts.shows(`the ticket is for another service: host/localhost@${realm}`);
      expect((await logIn(ann, hosts)).status).toBe(204);
      await hosts.stop();
    });

    it('refuses two headers, of which one may be good', async () => {
      const { port } = new URL(server.api);
      const made = `Authorization: Negotiate ${await token()}\r\n`;
      const head = 'POST /MicroStrategyLibrary/api/auth/login HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n';
      const answer = await rawRequest(Number(port), Buffer.from(`${head}${made}Authorization: Basic YTpi\r\n\r\n`));
      expect(answer).toMatch(/^HTTP\/1.1 401 /);
    });

    async function withClockSkew(seconds: number): Promise<KerberosServer> {
      const file = `${kdc.krb5Conf}-strict`;
      const text = readFileSync(kdc.krb5Conf, 'utf8').replace('[libdefaults]', `[libdefaults]\nclockskew = ${seconds}`);
      writeFileSync(file, text);
      return startKerberosServer(kdc, { keytab }, { env: { KRB5_CONFIG: file } });
    }
  });

  describe('with garbage', () => {
    /** Sends all, and says how long the slowest took. */
    async function allRefused(garbage: readonly string[], to = server): Promise<number> {
      let slowest = 0;
      for (const one of garbage) {
        const begin = performance.now();
        await isRefused(await send(`Negotiate ${one}`, to));
        slowest = Math.max(slowest, performance.now() - begin);
      }
      return slowest;
    }

    it('of any shape and size refuses it soon, and goes on', async () => {
      const made = await token();
      const good = Buffer.from(made, 'base64');
      // Not every bit of a token is sealed: a new one would be as good with some of them changed.
      expect((await send(`Negotiate ${made}`)).status).toBe(204);
      const base64 = (bytes: Buffer) => bytes.toString('base64');
      const cut = Array.from({ length: 40 }, (_, at) =>
        base64(good.subarray(0, Math.ceil((good.length * (at + 1)) / 41))),
      );
      const flipped = Array.from({ length: 150 }, (_, at) => {
        const copy = Buffer.from(good);
        const where = Math.floor((good.length * at) / 150);
        copy[where] = (copy[where] ?? 0) ^ 0xff;
        return base64(copy);
      });
      const sizes = [1, 2, 3, 4, 5, 16, 255, 256, 4096, 11_000];
      const filled = sizes.flatMap((size) => [0x00, 0x60, 0xff, 0xa0].map((byte) => base64(Buffer.alloc(size, byte))));
      const lengths = ['6080', '6084ffffffff', '60847fffffff', '6088ffffffffffffffff', '60ff', '600806062b0601050502']
        .flatMap((start) => [start, `${start}06062b0601050502a0847fffffff30847fffffffa0847fffffff`])
        .map((hex) => base64(Buffer.from(hex, 'hex')));
      const text = [
        '====',
        '=',
        'A',
        'AA',
        'AAA',
        'A===',
        'YII!',
        'YI I=',
        '%00',
        '../../etc/passwd',
        '-_-_',
        'é'.repeat(3),
      ];
      const trailing = [base64(Buffer.concat([good, Buffer.from([0])])), `${base64(good)}=`, `${base64(good)}AAAA`];
      const slowest = await allRefused([...cut, ...flipped, ...filled, ...lengths, ...text, ...trailing]);
      expect(slowest).toBeLessThan(1_000);
      expect((await logIn(ann)).status).toBe(204);
    }, 60_000);

    it('longer than a token can be never hands it on', async () => {
      const config = { server: { port: 0, drainMs: 0, maximumHeaderBytes: 200_000 } };
      const roomy = await startKerberosServer(kdc, { keytab, maximumTokenBytes: 1_024 }, { config });
      const padded = spnegoOf(['2a864886f712010202'], Buffer.alloc(1_100, 0x60));
      await allRefused(['A'.repeat(150_000), padded], roomy);
      await roomy.shows(/the token is too long[^]*the token is too long/);
      expect((await logIn(ann, roomy)).status).toBe(204);
      await roomy.stop();
    });
  });

  describe('knows', () => {
    it('nobody without an account', async () => {
      const answer = await logIn(await kdc.kinit('stranger', principals.stranger));
      expect(answer).toMatchObject({ status: 401, body: notLinked });
      expect(answer.headers.has('www-authenticate')).toBe(false);
    });

    it('neither the administrator nor the guest by their names', async () => {
      for (const name of ['administrator', 'guest']) {
        await kdc.kadmin('addprinc', '-pw', 'likes long passwords', name);
        expect(await logIn(await kdc.kinit(name, 'likes long passwords'))).toMatchObject({
          status: 401,
          body: notLinked,
        });
      }
    });

    it('whoever comes, where people are imported', async () => {
      const importing = await startKerberosServer(kdc, { keytab, importUsers: true });
      const answer = await logIn(await kdc.kinit('stranger', principals.stranger), importing);
      expect(answer.status).toBe(204);
      const session = await fetch(`${importing.api}/sessions/userInfo`, { headers: answer.session });
      expect(await session.json()).toMatchObject({ username: 'stranger' });
      await importing.stop();
    });

    it('people of the realms that are named, and a service where it is named', async () => {
      const kerberos = {
        keytab,
        realms: [{ realm: 'OTHER.ORG' }],
        principals: [{ principal: `batch/reports@${realm}`, loginName: 'ann' }],
      };
      const other = await startKerberosServer(kdc, kerberos);
      const batch = await kdc.kinit('batch/reports', 'reports likes long passwords');
      expect(await logIn(ann, other)).toMatchObject({ status: 401, body: notLinked });
      await other.shows(`no rule for the principal ann@${realm}`);
      expect((await logIn(batch, other)).status).toBe(204);
      expect(await logIn(batch)).toMatchObject({ status: 401, body: notLinked });
      await other.stop();
    });

    it('ann of a realm that is kept in the name as somebody else', async () => {
      const keeping = await startKerberosServer(kdc, {
        keytab,
        realms: [{ realm, keepRealm: true }],
        importUsers: true,
      });
      const answer = await logIn(ann, keeping);
      const session = await fetch(`${keeping.api}/sessions/userInfo`, { headers: answer.session });
      expect(await session.json()).toMatchObject({ username: `ann@${realm}` });
      await keeping.stop();
    });
  });

  describe('of a server that lacks something', () => {
    const starting = (kerberos: object, options = {}) => startKerberosServer(kdc, kerberos, options);

    it('does not start without the package, and says how to install it', () =>
      expect(starting({ keytab }, { packagesIn: undefined })).rejects.toThrow(
        'login mode 128 needs the npm package kerberos, which is not installed. Install it beside this server: npm install kerberos@7',
      ));

    it('does not start without keys of the service', async () => {
      const others = await kdc.kinit('ann', principals.ann);
      const host = await kdc.keytab('host/elsewhere');
      await expect(starting({ keytab: '/nowhere.keytab' })).rejects.toThrow(
        'auth.kerberos.keytab: /nowhere.keytab cannot be read (ENOENT)',
      );
      await expect(starting({ keytab: others })).rejects.toThrow('is no keytab');
      await expect(starting({ keytab: host })).rejects.toThrow('the file has no key of an HTTP service');
      const servicePrincipals = [`HTTP/elsewhere@${realm}`];
      await expect(starting({ keytab, servicePrincipals })).rejects.toThrow(
        `auth.kerberos.keytab: the file has no key of HTTP/elsewhere@${realm}`,
      );
    });

    it('is not the fault of the callers, where the keytab goes away later', async () => {
      const file = `${keytab}-moved`;
      copyFileSync(keytab, file);
      const later = await starting({ keytab: file });
      expect((await logIn(ann, later)).status).toBe(204);
      renameSync(file, `${file}-away`);
      const answer = await send(`Negotiate ${await token()}`, later);
      expect(answer.status).toBe(503);
      expect(answer.headers.get('retry-after')).toBe('5');
      renameSync(`${file}-away`, file);
      expect((await logIn(ann, later)).status).toBe(204);
      await later.stop();
    });
  });

  it('is in the log and the audit without a token', async () => {
    const made = await token();
    expect((await send(`Negotiate ${made}`)).status).toBe(204);
    await isRefused(await send(`Negotiate ${made}`));
    await server.shows(/"event":"loginRefused".*"reason":"integratedLoginFailed"/);
    expect(server.said()).not.toMatch(/Negotiate [A-Za-z0-9+/]{4}|YII|oYG/);
  });
});

/** The first token of a negotiation that offers these mechanisms, with the token of the first one (RFC 4178 section 4.2.1). */
function spnegoOf(mechanisms: readonly string[], token: Buffer | undefined): string {
  const list = der(0x30, ...mechanisms.map((oid) => der(0x06, Buffer.from(oid, 'hex'))));
  const parts = [der(0xa0, list), ...(token === undefined ? [] : [der(0xa2, der(0x04, token))])];
  const spnego = der(0x06, Buffer.from('2b0601050502', 'hex'));
  return der(0x60, spnego, der(0xa0, der(0x30, ...parts))).toString('base64');
}

function der(tag: number, ...parts: readonly Buffer[]): Buffer {
  const value = Buffer.concat(parts);
  const { length } = value;
  const head = length < 0x80 ? [tag, length] : [tag, 0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from(head), value]);
}
