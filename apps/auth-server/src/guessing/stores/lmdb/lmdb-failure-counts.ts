import type { Database } from 'lmdb';
import type { Clock } from '../../../clock/clock.js';
import { change } from '../../../lmdb/change.js';
import { openEnvironment, type Environment } from '../../../lmdb/environment.js';
import { requireRoom } from '../../../lmdb/require-room.js';
import type { FailureCounts, Turn } from '../../failure-counts.js';
import type { GuesserKeys } from '../../guesser.js';
import type { ThrottleRules } from '../../rules.js';
import { MemoryFailureCounts, type Changed } from '../memory/memory-failure-counts.js';

/**
 * Changes are written so long after they happened, so that guessers cost one flush of the disk a second, however many
 * they are. What a crash loses is the guesses of a second.
 */
const writeAfterMs = 1000;
/** Records of one transaction, so that no turn of the event loop takes long. */
const batchSize = 200;

type StoredCounter = readonly [failures: number, forgottenUntil: number, blockedUntil: number];

/** Failures counted in this process, as the process before has left them. */
export class LmdbFailureCounts implements FailureCounts {
  readonly #memory: MemoryFailureCounts;
  readonly #environment: Environment;
  readonly #counters: Database<StoredCounter, string>;
  readonly #known: Database<true, string>;
  readonly #unwritten = { counter: new Set<string>(), known: new Set<string>() };
  #writing: NodeJS.Timeout | undefined;

  private constructor(environment: Environment, rules: ThrottleRules, clock: Clock) {
    this.#environment = environment;
    this.#counters = environment.root.openDB({ name: 'counters', encoding: 'msgpack' });
    this.#known = environment.root.openDB({ name: 'known', encoding: 'msgpack' });
    this.#memory = new MemoryFailureCounts(rules, clock, this.#note);
    for (const { key, value } of this.#counters.getRange()) {
      const [failures, forgottenUntil, blockedUntil] = value;
      this.#memory.restore(key, { failures, forgottenUntil, blockedUntil });
    }
    for (const key of this.#known.getKeys()) this.#memory.restoreKnown(key);
  }

  /** @throws Error that names the folder: it is in use, or holds what this version does not know */
  static async open(folder: string, rules: ThrottleRules, clock: Clock): Promise<LmdbFailureCounts> {
    const contents = { name: 'counters of failed logins', format: 1, withoutThem: 'all guesses are forgotten' };
    return new LmdbFailureCounts(await openEnvironment(folder, contents), rules, clock);
  }

  ask(keys: GuesserKeys): Turn {
    return this.#memory.ask(keys);
  }

  size(): number {
    return this.#memory.size();
  }

  sweep(): void {
    this.#memory.sweep();
  }

  async close(): Promise<void> {
    clearTimeout(this.#writing);
    await this.#write().catch(() => undefined); // a disk that is full, say: they are forgotten
    await this.#environment.close();
  }

  readonly #note: Changed = (what, key) => {
    const isKept = what === 'counter' ? this.#memory.stateOf(key) !== undefined : this.#memory.isKnown(key);
    const isStored = () => (what === 'counter' ? this.#counters : this.#known).doesExist(key);
    // Nothing has to be written of what came and went: so what is noted stays bounded, should the disk be full.
    if (isKept || isStored()) this.#unwritten[what].add(key);
    else this.#unwritten[what].delete(key);
    this.#writing ??= setTimeout(() => void this.#writeInTime(), writeAfterMs).unref();
  };

  async #writeInTime(): Promise<void> {
    await this.#write().catch(() => undefined); // the next change tries again
    this.#writing = undefined;
  }

  async #write(): Promise<void> {
    const { counter, known } = this.#unwritten;
    for (let left = counter.size + known.size; left > 0; left -= batchSize) {
      requireRoom(this.#environment.folder);
      const [counters, names] = [first(counter, batchSize), first(known, batchSize)];
      await change(this.#environment.root, () => {
        for (const key of counters) this.#writeCounter(key);
        for (const key of names) this.#writeKnown(key);
      }).catch((error: unknown) => {
        for (const key of counters) counter.add(key);
        for (const key of names) known.add(key);
        throw error;
      });
    }
  }

  #writeCounter(key: string): void {
    this.#unwritten.counter.delete(key);
    const state = this.#memory.stateOf(key);
    if (state === undefined || (state.failures === 0 && state.blockedUntil === 0)) this.#counters.removeSync(key);
    else this.#counters.putSync(key, [state.failures, state.forgottenUntil, state.blockedUntil]);
  }

  #writeKnown(key: string): void {
    this.#unwritten.known.delete(key);
    if (this.#memory.isKnown(key)) this.#known.putSync(key, true);
    else this.#known.removeSync(key);
  }
}

function first(keys: ReadonlySet<string>, most: number): readonly string[] {
  const found: string[] = [];
  for (const key of keys) if (found.push(key) === most) break;
  return found;
}
