/** What guards logins, wherever failures are counted. */
import { ManualClock } from '../clock/manual-clock.js';
import { Problem } from '../errors/problem.js';
import type { FailureCounts } from './failure-counts.js';
import type { ThrottleRules } from './rules.js';
import { Throttle } from './throttle.js';

const minute = 60_000;
export const rules: ThrottleRules = {
  nameAndNetwork: { freeFailures: 5, forgetOneEveryMs: 15 * minute },
  name: { freeFailures: 20, forgetOneEveryMs: 15 * minute },
  network: { freeFailures: 100, forgetOneEveryMs: minute },
  delays: { firstMs: 1000, maximumMs: 15 * minute },
  maximumCounters: 1000,
};

export const home = '192.0.2.1';
/** An address of the n-th of many networks. */
export const far = (n: number) => `10.${Math.floor(n / 256)}.${n % 256}.1`;

/** Somebody who tries names and passwords. */
export class Caller {
  /** How many attempts were judged. */
  judged = 0;

  constructor(readonly throttle: Throttle) {}

  /** What becomes of an attempt: `in`, `wrong`, or the seconds that it is asked to wait. */
  async attempt(name: string, ip: string, right = false): Promise<string | number> {
    try {
      await this.throttle.guard({ realm: 'standard', name, ip }, this.judge(right));
      return 'in';
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      return error.kind === 'tooManyRequests' ? Number(error.headers?.['retry-after']) : error.kind;
    }
  }

  async fail(name: string, ip: string, times: number): Promise<void> {
    for (let n = 0; n < times; n += 1) expect(await this.attempt(name, ip)).toBe('wrongCredentials');
  }

  judge(right: boolean) {
    return () => {
      this.judged += 1;
      return right ? Promise.resolve() : Promise.reject(new Problem('wrongCredentials'));
    };
  }
}

export type OpenCounts = (rules: ThrottleRules, clock: ManualClock) => FailureCounts | Promise<FailureCounts>;

export function describeThrottle(where: string, open: OpenCounts): void {
  describe(`a throttle that counts ${where}`, () => {
    let clock: ManualClock;
    let counts: FailureCounts;
    let caller: Caller;
    const begin = async (more: Partial<ThrottleRules> = {}) => {
      clock = new ManualClock();
      counts = await open({ ...rules, ...more }, clock);
      caller = new Caller(new Throttle(counts, 'secret of this server'));
    };
    beforeEach(() => begin());
    afterEach(() => counts.close());
    const attempt: Caller['attempt'] = (...args) => caller.attempt(...args);
    const fail: Caller['fail'] = (...args) => caller.fail(...args);

    describe('who is wrong too often', () => {
      it('waits, twice as long after each further failure, up to a maximum', async () => {
        await fail('ann', home, 5);
        const waits: unknown[] = [];
        for (let n = 0; n < 12; n += 1) {
          const seconds = Number(await attempt('ann', home));
          waits.push(seconds);
          clock.advance(seconds * 1000);
          await fail('ann', home, 1);
        }
        expect(waits).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 512, 900]);
      });

      it('is refused before the attempt is judged, and to the end of the wait, to the millisecond', async () => {
        await fail('ann', home, 5);
        expect(await attempt('ann', home, true)).toBe(1);
        clock.advance(999);
        expect(await attempt('ann', home, true)).toBe(1);
        expect(caller.judged).toBe(5);
        clock.advance(1);
        expect(await attempt('ann', home, true)).toBe('in');
      });

      it('does not wait longer for having asked while waiting', async () => {
        await fail('ann', home, 5);
        for (let n = 0; n < 50; n += 1) expect(await attempt('ann', home)).toBe(1);
        clock.advance(1000);
        expect(await attempt('ann', home, true)).toBe('in');
      });

      it('begins anew after a success, and after a long enough pause', async () => {
        await fail('ann', home, 4);
        expect(await attempt('ann', home, true)).toBe('in');
        await fail('ann', home, 4);
        clock.advance(4 * 15 * minute);
        await fail('ann', home, 4);
        clock.advance(15 * minute);
        await fail('ann', home, 1);
      });

      it('gains nothing by another spelling of the name', async () => {
        for (const spelling of ['ann', 'ANN', ' ann', 'a\u200bnn', 'Ａｎｎ']) await fail(spelling, home, 1);
        expect(await attempt('ánn', home)).toBe(1);
      });

      it('gains nothing by another address of the same network, and keeps nobody else waiting', async () => {
        await fail('ann', home, 5);
        expect(await attempt('ann', '192.0.2.200')).toBe(1);
        await fail('bob', home, 1);
        await fail('ann', '192.0.3.1', 1);
        await expect(
          caller.throttle.guard({ realm: 'ldap', name: 'ann', ip: home }, caller.judge(false)),
        ).rejects.toMatchObject({
          kind: 'wrongCredentials',
        });
      });

      it('gains nothing by setting the clock of the machine', async () => {
        await fail('ann', home, 5);
        clock.step(60 * minute);
        expect(await attempt('ann', home)).toBe(1);
        clock.step(-120 * minute);
        clock.advance(1000);
        await fail('ann', home, 1);
      });
    });

    describe('what is no failure of the credentials', () => {
      it.each([['serviceUnavailable'], ['inputMissing'], ['passwordTooShort'], ['internal']] as const)(
        'does not count, and pardons nothing: %s',
        async (kind) => {
          await fail('ann', home, 4);
          for (let n = 0; n < 20; n += 1) {
            const other = caller.throttle.guard({ realm: 'standard', name: 'ann', ip: home }, () =>
              Promise.reject(new Problem(kind)),
            );
            await expect(other).rejects.toMatchObject({ kind });
          }
          await fail('ann', home, 1);
          expect(await attempt('ann', home)).toBe(1);
        },
      );
    });

    describe('one name, guessed from many networks', () => {
      it('is slowed down for all networks together', async () => {
        for (let n = 0; n < 20; n += 1) await fail('ann', far(n), 1);
        expect(await attempt('ann', far(20), true)).toBe(1);
        await fail('bob', far(20), 1);
      });

      it('stays open to the networks from which its owner has logged in', async () => {
        expect(await attempt('ann', home, true)).toBe('in');
        for (let n = 0; n < 20; n += 1) await fail('ann', far(n), 1);
        expect(await attempt('ann', far(20))).toBe(1);
        await fail('ann', '192.0.2.99', 4);
        expect(await attempt('ann', home, true)).toBe('in');
      });

      it('is slowed down in a network of its owner too, by failures there', async () => {
        expect(await attempt('ann', home, true)).toBe('in');
        await fail('ann', home, 5);
        expect(await attempt('ann', home, true)).toBe(1);
      });

      it('is not pardoned by a login of the owner', async () => {
        for (let n = 0; n < 19; n += 1) await fail('ann', far(n), 1);
        expect(await attempt('ann', home, true)).toBe('in');
        await fail('ann', far(19), 1);
        expect(await attempt('ann', far(20))).toBe(1);
      });
    });

    describe('many names, guessed from one network', () => {
      it('are slowed down together, and logging in with a name of one’s own does not help', async () => {
        for (let n = 0; n < 100; n += 1) {
          await fail(`user ${n}`, home, 1);
          expect(await attempt('mallory', home, true)).toBe('in');
        }
        expect(await attempt('user 100', home)).toBe(1);
        await fail('user 100', far(1), 1);
      });

      it('do not keep out who has logged in from there before', async () => {
        expect(await attempt('ann', home, true)).toBe('in');
        for (let n = 0; n < 100; n += 1) await fail(`user ${n}`, home, 1);
        expect(await attempt('bob', home, true)).toBe(1);
        expect(await attempt('ann', home, true)).toBe('in');
      });
    });

    describe('attempts that come at once', () => {
      it('get no more guesses than one after the other', async () => {
        const answers = await Promise.all(Array.from({ length: 100 }, () => attempt('ann', home)));
        expect(caller.judged).toBe(5);
        expect(answers.filter((answer) => answer === 'wrongCredentials')).toHaveLength(5);
        expect(answers.filter((answer) => answer === 1)).toHaveLength(95);
      });

      it('get no more guesses at one name from many networks', async () => {
        const answers = await Promise.all(Array.from({ length: 100 }, (_, n) => attempt('ann', far(n))));
        expect(caller.judged).toBe(20);
        expect(new Set(answers)).toEqual(new Set(['wrongCredentials', 1]));
      });

      it('are all let in where they are right', async () => {
        const answers = await Promise.all(Array.from({ length: 100 }, () => attempt('ann', home, true)));
        expect(new Set(answers)).toEqual(new Set(['in']));
      });

      it('are put off beyond a bound', async () => {
        let open = (): void => undefined;
        const gate = new Promise<void>((resolve) => (open = resolve));
        const slow = () => caller.throttle.guard({ realm: 'standard', name: 'ann', ip: home }, () => gate);
        const waiting = Array.from({ length: 5 + 256 }, slow);
        await expect(slow()).rejects.toMatchObject({ kind: 'serviceUnavailable', headers: { 'retry-after': '1' } });
        open();
        await Promise.all(waiting);
        await slow();
      });
    });

    describe('the memory of failures', () => {
      it('is bounded, and keeps what was used last', async () => {
        await counts.close();
        await begin({ maximumCounters: 100 });
        for (let n = 0; n < 500; n += 1) await fail(`user ${n}`, far(n), 1);
        expect(await counts.size()).toBeLessThanOrEqual(100);
        for (let n = 470; n < 500; n += 1) await fail(`user ${n}`, far(n), 4);
        expect(await attempt('user 499', far(499))).toBe(1);
      });

      it('holds nothing for who is not wrong', async () => {
        for (let n = 0; n < 50; n += 1) expect(await attempt(`user ${n}`, far(n), true)).toBe('in');
        expect(await counts.size()).toBe(0);
      });

      it('does not lose where an owner logs in from to whatever others try', async () => {
        await counts.close();
        await begin({ maximumCounters: 100 });
        expect(await attempt('ann', home, true)).toBe('in');
        for (let n = 0; n < 300; n += 1) await fail(`user ${n}`, far(n), 1);
        for (let n = 300; n < 320; n += 1) await fail('ann', far(n), 1);
        expect(await attempt('ann', far(320))).toBe(1);
        expect(await attempt('ann', home, true)).toBe('in');
      });
    });
  });
}
