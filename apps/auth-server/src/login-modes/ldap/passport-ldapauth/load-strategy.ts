import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Strategy } from 'passport';

/** What passport-ldapauth 3 exports, as far as it is used here. */
export type LdapStrategyClass = new (options: object) => Strategy;

/**
 * The package is installed by who wants it, beside this one or in the working directory: it is no dependency of ours.
 * @param folder whose node_modules it is in, if not one of these
 * @throws Error that names the package where it is missing
 */
export function loadLdapStrategy(folder: string | undefined): LdapStrategyClass {
  const places = folder === undefined ? [import.meta.filename, join(process.cwd(), 'x')] : [join(folder, 'x')];
  for (const place of places) {
    try {
      return createRequire(place)('passport-ldapauth') as LdapStrategyClass; // its main module is the class
    } catch (error) {
      if (!isMissing(error)) throw error;
    }
  }
  throw new Error(
    'auth.ldap.engine: the package passport-ldapauth is not installed: npm install passport-ldapauth@3.0.1, ' +
      'or say with auth.ldap.modulesFrom where it is',
  );
}

function isMissing(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === 'MODULE_NOT_FOUND';
}
