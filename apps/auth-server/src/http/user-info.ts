import type { components } from '@mstr-rest/protocol';
import type { SessionUser } from '../engine-sessions/engine-session.js';

/** The user of a session, as the wire has him. Source: docs/protocol section 3.5. */
export function userInfoOf(user: SessionUser): components['schemas']['UserInfo'] {
  const { id, fullName, initials, metadataUser, loginName } = user;
  return { id, fullName, initials, metadataUser, username: loginName };
}
