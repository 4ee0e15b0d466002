import { existsSync, readdirSync, readlinkSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { people, slapdBinary, startSlapd, type Slapd } from '../../../tools/test-servers/slapd.js';
import { systemClock } from '../src/index.js';
import { logInByLdap, openLdapServer, outcomeOf, slapdSettings, unavailable } from './ldap-directory.js';
import { engines } from './ldap-engines.js';
import type { TestServer } from './open-server.js';

const { ann, bob } = people;
const timeouts = { connectMs: 500, operationMs: 700, loginMs: 1500, restMs: 200 };

/** Sockets that this process has open: whoever leaves some behind shows here. */
function openSockets(): number {
  return readdirSync('/proc/self/fd').filter((fd) => {
    try {
      return readlinkSync(`/proc/self/fd/${fd}`).startsWith('socket:');
    } catch {
      return false; // it was the one of this very look
    }
  }).length;
}

/** Waits for the condition, which is what the test is about: it fails with the last value after 10 s. */
async function eventually<Value>(
  look: () => Value | Promise<Value>,
  expected: (value: Value) => boolean,
): Promise<void> {
  for (let tries = 0; ; tries++) {
    const value = await look();
    if (expected(value)) return;
    if (tries === 100) throw new Error(`it stays ${String(value)}`);
    await wait(100);
  }
}

for (const engine of engines) {
  const withParts = existsSync(slapdBinary) && engine.canRun ? describe : describe.skip;

  withParts(`a directory that fails, with ${engine.name}`, () => {
    let slapd: Slapd;
    let test: TestServer | undefined;
    beforeEach(async () => {
      slapd = await startSlapd({ lockoutAfter: 1000 });
    }, 60_000);
    afterEach(async () => {
      await test?.close();
      test = undefined;
      await slapd.stop();
    });

    const opened = async (settings: object = {}) =>
      (test = await openLdapServer(
        slapdSettings(slapd, { importUsers: true, timeouts, ...engine.settings, ...settings }),
        { users: [{ loginName: 'local', password: 'local likes long passwords' }] },
        { clock: systemClock },
      ));
    const timed = async (work: () => Promise<string>) => {
      const begin = performance.now();
      const outcome = await work();
      return { outcome, ms: performance.now() - begin };
    };
    const logIn = (server: TestServer, { uid, password } = ann) => outcomeOf(logInByLdap(server, uid, password));
    const local = async (server: TestServer) =>
      (await server.logIn({ username: 'local', password: 'local likes long passwords' }))['x-mstr-authtoken'] !== '';

    it('that is stopped is 503 at once, and everything else goes on', async () => {
      const server = await opened();
      expect(await logIn(server)).toBe('204');
      const down = await startSlapd();
      await down.stop();
      await test?.close();
      const other = await opened({ servers: [down.url] });
      const { outcome, ms } = await timed(() => logIn(other));
      expect(outcome).toBe(unavailable);
      expect(ms).toBeLessThan(timeouts.connectMs + 300);
      expect(await local(other)).toBe(true);
      const answer = await logInByLdap(other, ann.uid, ann.password);
      expect(Number(answer.headers.get('retry-after'))).toBeGreaterThanOrEqual(1);
    });

    it('that hangs is 503 within the deadline, for any number of logins, and everything else goes on', async () => {
      const server = await opened();
      expect(await logIn(server)).toBe('204');
      slapd.pause();
      const logins = Array.from({ length: 40 }, () => timed(() => logIn(server)));
      const others = await Promise.all(Array.from({ length: 5 }, () => timed(async () => String(await local(server)))));
      expect(others.map(({ outcome }) => outcome)).toEqual(Array(5).fill('true'));
      const answers = await Promise.all(logins);
      expect(new Set(answers.map(({ outcome }) => outcome))).toEqual(new Set([unavailable]));
      expect(Math.max(...answers.map(({ ms }) => ms))).toBeLessThan(timeouts.loginMs + 500);
      slapd.resume();
      await eventually(
        () => logIn(server),
        (outcome) => outcome === '204',
      );
    });

    it('that hangs or is stopped is replaced by the next server, and asked again later', async () => {
      const second = await startSlapd({ lockoutAfter: 1000 });
      try {
        const server = await opened({ servers: [slapd.url, second.url] });
        expect(await logIn(server)).toBe('204');
        slapd.pause();
        expect(await logIn(server)).toBe('204');
        const { outcome, ms } = await timed(() => logIn(server));
        expect([outcome, ms < timeouts.operationMs]).toEqual(['204', true]);
        slapd.resume();
        await wait(timeouts.restMs * 2);
        await logIn(server);
        await second.stop();
        await eventually(
          () => logIn(server),
          (now) => now === '204',
        );
      } finally {
        await second.stop();
      }
    });

    it('that is restarted under load loses some logins, and neither the server nor a connection', async () => {
      const server = await opened();
      const outcomes = new Map<string, number>();
      let isOver = false;
      const caller = async (person: { uid: string; password: string }) => {
        while (!isOver) {
          const outcome = await outcomeOf(logInByLdap(server, person.uid, person.password));
          outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
          if (outcome !== '204') await wait(20);
        }
      };
      const callers = Array.from({ length: 8 }, (_, n) => caller(n % 2 === 0 ? ann : bob));
      for (const pause of [200, 300, 100]) {
        await wait(pause);
        await slapd.restart();
      }
      await eventually(
        () => logIn(server),
        (outcome) => outcome === '204',
      );
      isOver = true;
      await Promise.all(callers);
      expect([...outcomes.keys()].filter((outcome) => outcome !== '204' && outcome !== unavailable)).toEqual([]);
      expect(outcomes.get('204')).toBeGreaterThan(10);
      expect(await local(server)).toBe(true);
    });

    it.each([
      ['plain', () => ({})],
      ['TLS', () => ({ servers: [slapd.ldapsUrl], tls: { caFiles: [slapd.caFile] } })],
    ])('leaves no socket behind, whatever happened: %s', async (_title, settings) => {
      const server = await opened({ pool: { connections: 4 }, ...settings() });
      const socketsBefore = openSockets();
      await Promise.all(Array.from({ length: 30 }, () => logIn(server)));
      await eventually(
        () => openSockets() - socketsBefore,
        (count) => count <= 5,
      );
      slapd.pause();
      await Promise.all(Array.from({ length: 10 }, () => logIn(server)));
      slapd.resume();
      await slapd.restart();
      await eventually(
        () => logIn(server),
        (outcome) => outcome === '204',
      );
      await Promise.all(Array.from({ length: 30 }, () => logIn(server)));
      await eventually(
        () => openSockets() - socketsBefore,
        (count) => count <= 5,
      );
      await test?.close();
      test = undefined;
      await eventually(openSockets, (count) => count <= socketsBefore);
    });
  });
}
