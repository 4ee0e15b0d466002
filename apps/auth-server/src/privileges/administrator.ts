import type { Grants } from '../users/user.js';

/** May this user do for others what they can do for themselves? Who has every privilege may. */
export function isAdministrator(grants: Grants): boolean {
  return grants.allPrivileges;
}
