/** Who sees to sessions and users. */
import type { EngineSession } from '../engine-sessions/engine-session.js';
import { Problem } from '../errors/problem.js';
import { isAdministrator } from '../privileges/administrator.js';
import type { UserDirectory } from '../users/user-directory.js';

/** Who asks. */
export interface Caller {
  readonly session: EngineSession;
  /** Of his HTTP session. */
  readonly key: string;
  /** Address of the peer. */
  readonly ip: string;
  readonly requestId: string;
}

export async function mayAdminister({ session }: Caller, users: UserDirectory): Promise<boolean> {
  return isAdministrator(await users.grantsOf(session.user.id));
}

/** @throws Problem privilegeMissing */
export async function requireAdministrator(caller: Caller, users: UserDirectory): Promise<void> {
  if (await mayAdminister(caller, users)) return;
  throw new Problem('privilegeMissing', { message: 'Only an administrator may see to the accounts of users' });
}

/** What the audit says of who acted, and from where. */
export function actorOf({ session, ip, requestId }: Caller) {
  return { byUserId: session.user.id, ip, requestId };
}
