/**
 * Opens sessions in a store, through the store's own interface. Their ends are spread over the idle time that is
 * configured, as if they had come one after the other, so that a server finds some over from time to time.
 */
import { randomBytes } from 'node:crypto';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { pathToFileURL } from 'node:url';
import type { SessionStore } from '@mstr-rest/auth-server';
import { heapAfterCollection } from './collect-garbage.js';
import { answerQuestions } from './questions.js';
import { description } from './session.js';
import { readSettings } from './settings.js';

/** Under way at a time. The store commits those of a moment together. */
const atOnce = 2_000;
const dayMs = 86_400_000;

const { folder, store: kind = 'memory', idleSeconds = { http: 1800, engine: 600 } } = readSettings();
const [httpIdleMs, engineIdleMs] = [idleSeconds.http * 1000, idleSeconds.engine * 1000];
/** Where the server keeps them (its data-directory room). */
const sessionsFolder = join(folder, 'sessions');
const store = await openStore();

answerQuestions('', {
  async fill(count) {
    const before = await heapAfterCollection();
    const start = performance.now();
    for (let from = 0; from < count; from += atOnce) {
      const some = Array.from({ length: Math.min(atOnce, count - from) }, (_none, at) => open(from + at, count));
      await Promise.all(some);
    }
    const durationMs = performance.now() - start;
    const heapBytes = (await heapAfterCollection()) - before;
    await store.close();
    return { heapBytes, diskBytes: sizeOf(), durationMs };
  },
});

/** As its users' first sessions: each of another user. */
async function open(number: number, count: number): Promise<void> {
  const now = performance.timeOrigin + performance.now();
  // Not those that would be over before the store is full.
  const lastUsedAt = now - engineIdleMs * 0.9 * (1 - number / count);
  const { locale, maxSearch, workingSet } = description;
  const loginName = `user${number}`;
  const user = { id: idOf(number), loginName, fullName: `User ${number}`, initials: 'U', metadataUser: true };
  const settings = { locale, maxSearch, workingSet, timeZone: 'UTC', applicationType: 35, applicationId: undefined };
  const outcome = await store.open(
    {
      http: { key: randomBytes(32).toString('base64url'), lastUsedAt, endsAt: lastUsedAt + dayMs },
      engine: {
        id: randomBytes(16).toString('hex'),
        user,
        loginMode: 1,
        settings,
        openedAt: lastUsedAt,
        ip: '192.0.2.1',
        lastUsedAt,
        projects: [],
      },
    },
    { perServer: -1, perUser: -1, perUserAndProject: -1 },
  );
  if (outcome !== 'opened') throw new Error(`a session was not opened: ${outcome}`);
}

const idOf = (number: number) => number.toString(16).toUpperCase().padStart(32, '0');

function sizeOf(): number {
  if (kind !== 'embedded') return 0;
  const sizes = readdirSync(sessionsFolder).map((file) => statSync(join(sessionsFolder, file)).blocks * 512);
  return sizes.reduce((sum, size) => sum + size, 0);
}

/** The built server keeps its stores to itself, so this file is found beside its entry. */
async function openStore(): Promise<SessionStore> {
  const entry = import.meta.resolve('@mstr-rest/auth-server');
  const file = new URL('sessions/open-session-store.js', entry);
  const { openSessionStore } = (await import(pathToFileURL(file.pathname).href)) as Opener;
  const lifetime = { httpIdleMs, engineIdleMs, absoluteMs: dayMs, sweepEveryMs: 0 };
  const settings = kind === 'embedded' ? { kind, sync: 'process' } : { kind: 'memory' };
  return openSessionStore(settings, { lifetime, folder: sessionsFolder, log: undefined });
}

interface Opener {
  readonly openSessionStore: (settings: object, surroundings: object) => Promise<SessionStore>;
}
