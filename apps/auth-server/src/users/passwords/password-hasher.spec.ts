import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { getPriority, tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { hashSync } from '@node-rs/argon2';
import { PasswordHasher, type PasswordHashingOptions } from './password-hasher.js';

const cheap = { memoryKiB: 64, iterations: 1, threads: 2 };
const hashers: PasswordHasher[] = [];

function open(options: PasswordHashingOptions = {}, workerFile?: URL): PasswordHasher {
  const hasher = new PasswordHasher({ ...cheap, ...options }, workerFile);
  hashers.push(hasher);
  return hasher;
}

afterEach(() => Promise.all(hashers.splice(0).map((hasher) => hasher.close())));

const unavailable = { kind: 'serviceUnavailable', headers: { 'retry-after': '1' } };

describe('a password hasher', () => {
  it('makes Argon2id hashes at the configured cost, each with a salt of its own', async () => {
    const hasher = open({ memoryKiB: 128, iterations: 3, parallelism: 2 });
    const hashes = await Promise.all([hasher.hash('one password'), hasher.hash('one password')]);
    for (const hash of hashes) expect(hash).toMatch(/^\$argon2id\$v=19\$m=128,t=3,p=2\$/);
    expect(hashes[0]).not.toBe(hashes[1]);
  });

  it('costs 19 MiB and two iterations by default', async () => {
    const hasher = new PasswordHasher();
    hashers.push(hasher);
    expect(await hasher.hash('')).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });

  it.each(['correct horse battery staple', '', ' blanks ', 'pässwörd 🙂', 'x'.repeat(5000)])(
    'knows a password again, and no other (%#)',
    async (password) => {
      const hasher = open();
      const hash = await hasher.hash(password);
      expect(await hasher.verify(hash, password)).toBe(true);
      expect(await hasher.verify(hash, `${password}x`)).toBe(false);
      expect(await hasher.verify(hash, password.slice(0, -1))).toBe(password === '');
    },
  );

  it('verifies a hash that was made at another cost', async () => {
    const hash = await open({ memoryKiB: 128, iterations: 2 }).hash('password');
    expect(await open().verify(hash, 'password')).toBe(true);
  });

  it.each(['', 'nonsense', '$argon2id$v=19$m=64,t=1,p=1$', '$2b$10$abcdefghijklmnopqrstuv'])(
    'takes %j for a damaged hash, and not for a wrong password',
    async (hash) => {
      const hasher = open();
      await expect(hasher.verify(hash, 'password')).rejects.toThrow('Argon2 refused');
      expect(() => hasher.needsRehash(hash)).toThrow();
      expect(await hasher.verify(await hasher.hash('password'), 'password')).toBe(true);
    },
  );

  it('wants a hash renewed that was made at another cost or by another algorithm', async () => {
    const hasher = open();
    const cost = { memoryCost: 64, timeCost: 1, parallelism: 1 };
    expect(hasher.needsRehash(await hasher.hash('password'))).toBe(false);
    expect(hasher.needsRehash(hashSync('password', { ...cost, memoryCost: 128 }))).toBe(true);
    expect(hasher.needsRehash(hashSync('password', { ...cost, timeCost: 2 }))).toBe(true);
    expect(hasher.needsRehash(hashSync('password', { ...cost, parallelism: 2 }))).toBe(true);
    expect(hasher.needsRehash(hashSync('password', { ...cost, algorithm: 1 }))).toBe(true);
  });

  it('spends one computation on nobody, and says no', async () => {
    const hasher = open();
    expect(await hasher.verifyNobody('password')).toBe(false);
    expect(await hasher.verifyNobody('')).toBe(false);
    expect(hasher.hashCalls).toBe(2);
  });

  it('computes for nobody at the cost of somebody', async () => {
    const hasher = open({ memoryKiB: 8192, iterations: 2, threads: 1 });
    const hash = await hasher.hash('password');
    const somebody = await fastestOf(() => hasher.verify(hash, 'wrong'));
    const nobody = await fastestOf(() => hasher.verifyNobody('wrong'));
    expect(nobody / somebody).toBeGreaterThan(0.25);
    expect(nobody / somebody).toBeLessThan(4);
  });
});

describe('the queue of a password hasher', () => {
  it('refuses what is beyond its bound at once, and goes on', async () => {
    const hasher = open({ threads: 1, maxQueued: 2 });
    const accepted = [hasher.hash('1'), hasher.hash('2'), hasher.hash('3')];
    await expect(hasher.hash('4')).rejects.toMatchObject({ ...unavailable, message: 'Too many logins are waiting' });
    await expect(hasher.verifyNobody('5')).rejects.toMatchObject(unavailable);
    expect(hasher.hashCalls).toBe(3);
    await Promise.all(accepted);
    expect(await hasher.hash('6')).toMatch(/^\$argon2id/);
  });

  it('gives everybody the answer to their own question', async () => {
    const hasher = open();
    const hashes = await Promise.all(Array.from({ length: 20 }, (_, n) => hasher.hash(`password ${n}`)));
    const answers = await Promise.all(
      hashes.flatMap((hash, n) => [hasher.verify(hash, `password ${n}`), hasher.verify(hash, `password ${n + 1}`)]),
    );
    expect(answers).toEqual(hashes.flatMap(() => [true, false]));
  });

  it('leaves the event loop free', async () => {
    const hasher = open({ memoryKiB: 65_536, iterations: 4, threads: 1 });
    let ticks = 0;
    const ticking = setInterval(() => (ticks += 1), 1);
    await hasher.hash('password');
    clearInterval(ticking);
    expect(ticks).toBeGreaterThan(5);
  });
});

describe('the threads of a password hasher', () => {
  it.each([
    { threads: 3, rests: 'nobody is served', served: () => 0, atOnce: 3 },
    { threads: 3, rests: 'those who are logged in are served', served: counter(), atOnce: 2 },
    { threads: 1, rests: 'there is but one', served: counter(), atOnce: 1 },
  ])('compute $atOnce at a time of $threads while $rests', async ({ threads, served, atOnce }) => {
    const { folder, workerFile, busiest } = watchedWorkers();
    const hasher = open({ threads, served }, workerFile);
    await hasher.hash('the first computation, after which it is known whether somebody is served');
    await Promise.all(Array.from({ length: 12 }, (_, n) => hasher.hash(`${n}`)));
    expect(busiest()).toBe(atOnce);
    rmSync(folder, { recursive: true });
  });

  const onLinux = process.platform === 'linux' && getPriority() < 10 ? it : it.skip;

  onLinux('have a lower priority than the event loop, which keeps its own', async () => {
    const before = getPriority();
    // Threads of a suite that ran here before may still be ending.
    const threadsBefore = priorities();
    await open({ threads: 1 }).hash('password');
    const added = [...priorities()].filter(([thread]) => !threadsBefore.has(thread));
    expect(added.map(([, priority]) => priority)).toContain(10);
    expect(getPriority()).toBe(before);
  });

  it('do not keep the process alive once they are idle, but as long as they compute', () => {
    const folder = mkdtempSync(join(tmpdir(), 'process-'));
    const script = join(folder, 'script.mjs');
    const hasherFile = new URL('./password-hasher.ts', import.meta.url).href;
    writeFileSync(
      script,
      `import { PasswordHasher } from ${JSON.stringify(hasherFile)};
       const hasher = new PasswordHasher({ threads: 1 });
       void Promise.all([hasher.hash('1'), hasher.hash('2'), hasher.hash('3')]).then(({ length }) => console.log(length));`,
    );
    const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
    const flags = ['--conditions=@mstr-rest/source', '--import', tsx];
    const output = execFileSync(process.execPath, [...flags, script], { timeout: 15_000, encoding: 'utf8' });
    expect(output).toBe('3\n');
    rmSync(folder, { recursive: true });
  });

  it('are replaced when they die, and only the work in hand is lost', async () => {
    const { folder, workerFile } = dyingOnce();
    const hasher = open({ threads: 1, maxQueued: 5 }, workerFile);
    const [first, second, third] = await Promise.allSettled([hasher.hash('1'), hasher.hash('2'), hasher.hash('3')]);
    expect(first).toMatchObject({ status: 'rejected', reason: unavailable });
    expect(second.status).toBe('fulfilled');
    expect(third.status).toBe('fulfilled');
    rmSync(folder, { recursive: true });
  });

  it('that cannot start at all refuse everybody who waits, and end', async () => {
    const hasher = open({ threads: 2 }, pathToFileURL(join(tmpdir(), 'no-such-worker.mjs')));
    const results = await Promise.allSettled([1, 2, 3, 4, 5].map((n) => hasher.hash(`${n}`)));
    for (const result of results) expect(result).toMatchObject({ status: 'rejected', reason: unavailable });
  });

  it('refuse who is waiting, and everybody later, when they are closed', async () => {
    const hasher = open({ memoryKiB: 65_536, iterations: 10, threads: 1 });
    const waiting = Promise.allSettled([hasher.hash('1'), hasher.hash('2')]);
    await hasher.close();
    for (const result of await waiting) expect(result).toMatchObject({ status: 'rejected', reason: unavailable });
    await expect(hasher.hash('3')).rejects.toMatchObject(unavailable);
    await hasher.close();
  });
});

/** Grows whenever it is asked. */
function counter(): () => number {
  let count = 0;
  return () => (count += 1);
}

/** Workers that note when they begin and end something, which takes them 20 milliseconds. */
function watchedWorkers(): { folder: string; workerFile: URL; busiest: () => number } {
  const folder = mkdtempSync(join(tmpdir(), 'worker-'));
  const [file, notes] = [join(folder, 'worker.mjs'), join(folder, 'notes')];
  writeFileSync(
    file,
    `import { appendFileSync } from 'node:fs';
     import { parentPort } from 'node:worker_threads';
     const note = (text) => appendFileSync(${JSON.stringify(notes)}, text);
     parentPort.on('message', () => {
       note('+');
       Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
       note('-');
       parentPort.postMessage({ kind: 'done', value: 'hash' });
     });`,
  );
  const busiest = () => {
    let [busy, most] = [0, 0];
    for (const note of readFileSync(notes, 'utf8')) most = Math.max(most, (busy += note === '+' ? 1 : -1));
    return most;
  };
  return { folder, workerFile: pathToFileURL(file), busiest };
}

async function fastestOf(run: () => Promise<unknown>): Promise<number> {
  let fastest = Infinity;
  for (let n = 0; n < 10; n += 1) {
    const start = performance.now();
    await run();
    fastest = Math.min(fastest, performance.now() - start);
  }
  return fastest;
}

/** The nice values of the threads of this process, by their ids. Source: proc_pid_stat(5), field 19. */
function priorities(): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const thread of readdirSync('/proc/self/task')) {
    try {
      const stat = readFileSync(`/proc/self/task/${thread}/stat`, 'utf8');
      found.set(thread, Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[16]));
    } catch {
      // It has ended meanwhile.
    }
  }
  return found;
}

/** A worker that dies at the first task of its first life, and is the real one in its second. */
function dyingOnce(): { folder: string; workerFile: URL } {
  const folder = mkdtempSync(join(tmpdir(), 'worker-'));
  const file = join(folder, 'worker.mjs');
  const died = JSON.stringify(join(folder, 'died'));
  const real = JSON.stringify(new URL('./argon2-worker.mjs', import.meta.url).href);
  writeFileSync(
    file,
    `import { existsSync, writeFileSync } from 'node:fs';
     import { parentPort } from 'node:worker_threads';
     if (existsSync(${died})) await import(${real});
     else parentPort.once('message', () => { writeFileSync(${died}, ''); process.exit(7); });`,
  );
  return { folder, workerFile: pathToFileURL(file) };
}
