/**
 * A program that works with the client and ends in one way or another. Arguments: the way, and as JSON what it works with.
 * It prints one word a line, when it has come so far.
 */
import { createClient, type NodeSessionOptions } from '@mstr-rest/client';

/** What it is given. */
export interface Given {
  readonly baseUrl: string;
  readonly account: { readonly username: string; readonly password: string };
  readonly session?: NodeSessionOptions;
}

const [way = '', given = ''] = process.argv.slice(2);
const { baseUrl, account, session = {} } = JSON.parse(given) as Given;
const say = (word: string): void => void process.stdout.write(`${word}\n`);

const logIn: NodeSessionOptions['logIn'] = (login) => {
  say('logs-in');
  if (way === 'dies-logging-in') process.kill(process.pid, 'SIGKILL');
  return login.standard(account);
};
const client = createClient({ baseUrl, session: { ...session, ...(session.file === undefined ? {} : { logIn }) } });

const ways: Readonly<Record<string, () => unknown>> = {
  'runs-out': () => undefined,
  throws: () => {
    throw new Error('the program has a mistake');
  },
  rejects: () => void Promise.reject(new Error('the program has a mistake')),
  exits: () => process.exit(3),
  waits: () => setInterval(() => undefined, 1_000),
  'has-a-listener': () => {
    const alive = setInterval(() => undefined, 1_000);
    process.on('SIGTERM', () => {
      void client.sessions.userInfo().then(() => {
        say('finishes-its-work');
        clearInterval(alive);
      });
    });
  },
  'has-a-listener-that-ends-only-alone': () => {
    const alive = setInterval(() => undefined, 1_000);
    const onSignal = (): void => {
      if (process.listenerCount('SIGTERM') > 1) return;
      clearInterval(alive);
      process.off('SIGTERM', onSignal);
      process.kill(process.pid, 'SIGTERM');
    };
    process.on('SIGTERM', onSignal);
  },
};

if (session.file === undefined) {
  await client.login.standard(account);
} else {
  await client.sessions.userInfo();
  await client.close();
}
ways[way]?.();
say('ready');
