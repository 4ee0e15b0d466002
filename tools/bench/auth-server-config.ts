/** The configuration that the auth-server is measured with. What it does not say is as shipped. */
import { argon2 } from './argon2.js';

export interface HashingCost {
  readonly memoryKiB: number;
  readonly iterations: number;
}

export interface BenchUser {
  readonly loginName: string;
  readonly passwordHash: string;
}

export interface BenchConfig {
  readonly users: readonly BenchUser[];
}

export const password = 'a thousand users share this password';
/** So many that no user has many sessions when as many log in as one turn allows. */
const userCount = 1000;

export const loginNames: readonly string[] = Array.from({ length: userCount }, (_, n) => `user-${n}`);

/** Standard and anonymous login, a thousand users, everything else by default. */
export async function configOf(dataDirectory: string, { memoryKiB, iterations }: HashingCost): Promise<BenchConfig> {
  const cost = { memoryCost: memoryKiB, timeCost: iterations, parallelism: 1 };
  const passwordHash = await argon2.hash(password, cost);
  const config = {
    dataDirectory,
    server: { port: 0, drainMs: 0 },
    auth: { modes: { available: [1, 8] } },
    passwords: { hashing: { memoryKiB, iterations } },
    users: loginNames.map((loginName) => ({ loginName, passwordHash })),
  };
  return config;
}
