/** Client and server together: an administrator lists and ends sessions, and changes and removes a user. */
import { clientCalls, type CallInputs } from './client-calls.js';
import type { ClientTarget } from './run-client.js';

/** @returns what was wrong; nothing where the target names nobody who could */
export async function administer(target: ClientTarget, inputs: CallInputs): Promise<readonly string[]> {
  const { administrator, leaver, newClient } = target;
  if (administrator === undefined || leaver === undefined) return [];
  const [boss, first, second] = [newClient(), newClient(), newClient()];
  const reasons: string[] = [];
  const say = (right: boolean, what: string) => void (right || reasons.push(what));
  try {
    await boss.login.standard(administrator);
    for (const client of [first, second]) await client.login.standard(leaver);
    const { items } = await boss.connections.list();
    const own = items.filter(({ username }) => username === leaver.username).map(({ id }) => id);
    const [one = '', other = ''] = own;
    say(own.length === 2, 'an administrator does not see the sessions of another user');
    const known = await boss.users.list({ abbreviationBegins: leaver.username });
    const userId = known.items[0]?.id ?? '';
    const asked = { ...inputs, userId, connectionIds: [one, other] } satisfies CallInputs;
    const ended = clientCalls.deleteUserConnections(boss, asked) as Promise<readonly { status: number }[]>;
    say((await ended)[0]?.status === 204, 'ending several sessions does not say that they ended');
    await clientCalls.deleteUserConnection(boss, asked);
    for (const client of [first, second]) {
      const code = await client.sessions.get().then(() => 'no error', codeOf);
      say(code === 'ERR009', `after its end by an administrator a session is ${code}`);
    }
    const changed = (await clientCalls.updatePartialUser(boss, asked)) as { readonly description: string };
    say(changed.description === 'For people.', 'a changed user is not answered as it is now');
    const found = (await clientCalls.getUser(boss, asked)) as { readonly username: string };
    say(found.username === leaver.username, 'a user is found by the id of another one');
    await clientCalls.deleteUser(boss, asked);
    say((await boss.users.get(userId).then(() => 'no error', codeOf)) === 'ERR004', 'a removed user is still there');
  } finally {
    await Promise.all([boss, first, second].map((client) => client.close()));
  }
  return reasons;
}

function codeOf(error: unknown): string {
  return String((Object(error) as { readonly code?: unknown }).code); // any object
}
