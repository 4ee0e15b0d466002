import { join } from 'node:path';

/** Of the repository. npm starts its scripts there, and the servers are started there too. */
export const root = process.cwd();
export const authServer = join(root, 'apps/auth-server');
/** Where what a run makes is put; ignored by git. */
export const made = join(root, 'tmp/bench');
