import { createRequire } from 'node:module';

/** What is used of the npm package `kerberos`. */
export interface KerberosPackage {
  /** @param service empty: any service whose keys are in the keytab */
  initializeServer(service: string): Promise<KerberosServer>;
}

/** One negotiation. What it knows is there after `step`. */
export interface KerberosServer {
  readonly username: string | null;
  readonly targetName: string | null;
  /** @returns the answer to the client in base64, or null; rejects where the token is refused */
  step(token: string): Promise<string | null>;
}

/**
 * Loads the optional peer: from beside this package, or from a folder that NODE_PATH names.
 * @throws Error that says how to install it
 */
export function loadKerberosPackage(): KerberosPackage {
  try {
    // Imported only where the mode is on, and by a road that is not asynchronous.
    return createRequire(import.meta.url)('kerberos') as KerberosPackage; // by the declarations of version 7
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && error.code === 'MODULE_NOT_FOUND';
    const reason = missing ? 'is not installed' : 'could not be loaded';
    throw new Error(
      `auth.kerberos: login mode 128 needs the npm package kerberos, which ${reason}. ` +
        'Install it beside this server: npm install kerberos@7',
      { cause: error },
    );
  }
}

let keytabOfProcess: string | undefined;

/**
 * The Kerberos library takes its keytab from the environment of the process, and from nowhere else.
 * @throws Error where the process has another one already
 */
export function useKeytab(path: string): void {
  if (keytabOfProcess !== undefined && keytabOfProcess !== path) {
    throw new Error(
      'auth.kerberos.keytab: another server of this process has another keytab, and there can be only one',
    );
  }
  keytabOfProcess = path;
  // eslint-disable-next-line no-restricted-syntax -- set and never read here: it is how the library is told
  process.env['KRB5_KTNAME'] = `FILE:${path}`;
}
