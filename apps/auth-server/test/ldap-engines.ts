/** The engines of mode 16, each with what it does otherwise: the list of docs/login-modes/ldap.md. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

export interface EngineUnderTest {
  readonly name: string;
  /** For `auth.ldap`. */
  readonly settings: object;
  readonly canRun: boolean;
  readonly differences: readonly Difference[];
}

export type Difference =
  /** Names with `*`, `(`, `)` or `\` are found. */
  | 'names that mean something in a filter are not found'
  | 'the audit does not tell unknown people from wrong passwords'
  | 'the password policy of the directory is not read'
  | 'groups of groups are not asked for'
  | 'there is no direct bind'
  | 'there is no StartTLS'
  | 'a refused account for searches counts as a wrong password';

/** Where the part `passport-ldapauth` of tools/test-servers is put. */
const folder = resolve(import.meta.dirname, '../../../tmp/passport-ldapauth');

export const engines: readonly EngineUnderTest[] = [
  { name: 'ldapts', settings: {}, canRun: true, differences: [] },
  {
    name: 'passport-ldapauth',
    settings: { engine: 'passport-ldapauth', modulesFrom: folder },
    canRun: existsSync(resolve(folder, 'node_modules/passport-ldapauth')),
    differences: [
      'names that mean something in a filter are not found',
      'the audit does not tell unknown people from wrong passwords',
      'the password policy of the directory is not read',
      'groups of groups are not asked for',
      'there is no direct bind',
      'there is no StartTLS',
      'a refused account for searches counts as a wrong password',
    ],
  },
];
