import type { Cluster, Redis } from 'ioredis';
import type { LifetimeRules } from '../../lifetime.js';
import { otherScripts, sessionScripts } from './lua.js';

type Scripts = ReturnType<typeof sessionScripts> & typeof otherScripts;
type Commands = Readonly<Record<string, (...args: readonly string[]) => Promise<Answer>>>;
type Answer = string | number | readonly (string | number)[] | null;

/** Enough to meet every part of a Cluster of usual size. */
const probedSlots = 32;

/** Asks the scripts, by name. Keys begin with the prefix, and no secret is in one. */
export class Questions {
  readonly #client: Redis | Cluster;
  readonly #prefix: string;
  readonly #commands: Commands;

  constructor(client: Redis | Cluster, prefix: string, rules: LifetimeRules) {
    this.#client = client;
    this.#prefix = prefix;
    for (const [name, script] of Object.entries({ ...sessionScripts(rules), ...otherScripts })) {
      client.defineCommand(name, script);
    }
    this.#commands = client as unknown as Commands; // defineCommand() makes a method of this form
  }

  /** @param key one of `keys`, without the prefix */
  async ask(script: keyof Scripts, key: string, ...args: readonly (string | number)[]): Promise<Answer> {
    // A method, not a function: it is called on the client that has it.
    return this.#commands[script]?.(this.#prefix + key, ...args.map(String)) ?? null;
  }

  /** Asks the record that a key is, or that it points to. */
  async askRecord(script: keyof Scripts, recordKey: string, ...args: readonly (string | number)[]): Promise<Answer> {
    const answer = await this.ask(script, recordKey, ...args);
    const root = rootIn(answer);
    return root === undefined ? answer : this.ask(script, keys.session(root), ...args);
  }

  /** Takes away what a key holds, and hands it out. */
  async take(key: string): Promise<string | undefined> {
    return (await this.#client.getdel(this.#prefix + key)) ?? undefined;
  }

  async remove(keysToRemove: readonly string[]): Promise<void> {
    await Promise.all(keysToRemove.map((key) => this.#client.unlink(this.#prefix + key)));
  }

  /** Writes here and there: a Cluster of which a part is away has slots that take it. @throws Error where it cannot */
  async probe(): Promise<void> {
    const count = this.#client.isCluster ? probedSlots : 1;
    const probes = Array.from({ length: count }, (_, number) => this.#prefix + keys.probe(number));
    await Promise.all(probes.map((key) => this.#client.set(key, '', 'PX', 60_000)));
  }

  /** All entries of a register, in the order of their moments. */
  async entries(key: string, upTo: string = '+inf', most = -1): Promise<readonly string[]> {
    return this.#client.zrangebyscore(this.#prefix + key, '-inf', upTo, 'LIMIT', 0, most);
  }

  async countEntries(key: string): Promise<number> {
    return this.#client.zcard(this.#prefix + key);
  }

  /** Those whose moment is still to come. Takes as long for many as for few. */
  async countEntriesAfter(key: string, at: number): Promise<number> {
    return this.#client.zcount(this.#prefix + key, `(${at}`, '+inf');
  }

  /** Changes the moment of an entry that is there. */
  async postpone(key: string, entry: string, moment: number): Promise<void> {
    await this.#client.zadd(this.#prefix + key, 'XX', moment, entry);
  }

  async strike(key: string, entry: string): Promise<void> {
    await this.#client.zrem(this.#prefix + key, entry);
  }

  async close(): Promise<void> {
    this.#client.disconnect();
  }
}

export const keys = {
  /** The record of the first HTTP session with all that share it; of another, where that is. By hash of the token. */
  session: (key: string) => `s:${key}`,
  engine: (engineId: string) => `e:${engineId}`,
  allSessions: 'all',
  /** Of one login mode, for metrics. */
  sessionsBy: (loginMode: number) => `m:${loginMode}`,
  sessionsOf: (userId: string) => `u:${userId}`,
  sessionsIn: (projectId: string, userId: string) => `p:${projectId}:${userId}`,
  used: (hash: string) => `o:${hash}`,
  parked: (hash: string) => `h:${hash}`,
  probe: (number: number) => `probe:${number}`,
} as const;

function rootIn(answer: Answer): string | undefined {
  return Array.isArray(answer) && answer.length === 1 && typeof answer[0] === 'string' ? answer[0] : undefined;
}
