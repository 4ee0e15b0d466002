import { createRequire } from 'node:module';
import { authServer } from './places.js';

interface Argon2 {
  hash(password: string, cost: { memoryCost: number; timeCost: number; parallelism: number }): Promise<string>;
  verify(hash: string, password: string): Promise<boolean>;
}

/** The Argon2 of the auth-server (its default variant is Argon2id), so that all servers compute with the same code. */
export const argon2 = createRequire(`${authServer}/package.json`)('@node-rs/argon2') as Argon2;
