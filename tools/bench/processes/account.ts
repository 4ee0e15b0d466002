/** Whom the benchmark logs in as where a password is asked for. */
export const account = {
  id: '0123456789ABCDEF0123456789ABCDEF',
  loginName: 'bench',
  fullName: 'Bench',
  password: 'nobody guesses this one',
};

/** Argon2id at our default cost; 2 is Argon2id, which the package declares in a way that JavaScript cannot import. */
export const cost = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 };
