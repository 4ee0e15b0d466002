/** Deliberate violations of the boundaries between packages and rooms, and imports that must pass. */
import { serverSource } from './rooms.mjs';

/** A text linted as if it stood in the file. */
export type Legal = readonly [title: string, filePath: string, text: string];
/** The same, and the rule that must report it. */
export type Violation = readonly [...Legal, ruleId: string];

const server = (file: string) => `${serverSource}/${file}`;
const betweenPackages = '@nx/enforce-module-boundaries';
const betweenRooms = 'rooms/one-direction';
const onePlace = 'no-restricted-syntax';

export const violations: readonly Violation[] = [
  [
    'client importing auth-server',
    'packages/client/src/x.ts',
    `export * from '@mstr-rest/auth-server';`,
    betweenPackages,
  ],
  [
    'client importing conformance',
    'packages/client/src/x.ts',
    `export * from '@mstr-rest/conformance';`,
    betweenPackages,
  ],
  ['auth-server importing client', server('http/x.ts'), `export * from '@mstr-rest/client';`, betweenPackages],
  [
    'auth-server importing client in a test',
    server('http/x.spec.ts'),
    `export * from '@mstr-rest/client';`,
    betweenPackages,
  ],
  [
    'auth-server importing a file of protocol',
    server('http/x.ts'),
    `export * from '../../../../packages/protocol/src/headers.js';`,
    betweenPackages,
  ],
  [
    'auth-server importing a server for tests',
    server('login-modes/ldap/x.ts'),
    `export { startSlapd } from '../../../../../tools/test-servers/slapd.js';`,
    betweenPackages,
  ],
  [
    'client importing a server for tests',
    'packages/client/src/x.ts',
    `export { startSlapd } from '../../../tools/test-servers/slapd.js';`,
    betweenPackages,
  ],
  [
    'a test importing another tool',
    'apps/auth-server/test/x.spec.ts',
    `export { parts } from '../../../tools/test-servers/parts.js';`,
    betweenPackages,
  ],
  [
    'a test importing a file of another package',
    'apps/auth-server/test/x.spec.ts',
    `export * from '../../../packages/protocol/src/headers.js';`,
    betweenPackages,
  ],
  ['protocol importing client', 'packages/protocol/src/x.ts', `export * from '@mstr-rest/client';`, betweenPackages],
  [
    'protocol importing node:fs',
    'packages/protocol/src/x.ts',
    `export { readFileSync } from 'node:fs';`,
    'no-restricted-imports',
  ],
  ['protocol importing zod', 'packages/protocol/src/x.ts', `export { z } from 'zod';`, 'no-restricted-imports'],
  ['login importing http', server('login/x.ts'), `export { sessionOf } from '../http/session-hook.js';`, betweenRooms],
  ['login importing a type of http', server('login/x.ts'), `export type { X } from '../http/x.js';`, betweenRooms],
  [
    'login importing http at run time',
    server('login/x.ts'),
    `export const x = () => import('../http/x.js');`,
    betweenRooms,
  ],
  ['login naming a type of http', server('login/x.ts'), `export type X = import('../http/x.js').X;`, betweenRooms],
  [
    'a deep folder importing http',
    server('users/directories/sqlite/x.ts'),
    `export * from '../../../http/x.js';`,
    betweenRooms,
  ],
  ['users importing sessions', server('users/x.ts'), `export * from '../sessions/sessions.js';`, betweenRooms],
  ['sessions importing login', server('sessions/x.ts'), `export * from '../login/login.js';`, betweenRooms],
  ['sessions importing users', server('sessions/x.ts'), `export * from '../users/user.js';`, betweenRooms],
  [
    'engine-sessions importing sessions',
    server('engine-sessions/x.ts'),
    `export * from '../sessions/session.js';`,
    betweenRooms,
  ],
  [
    'login-modes importing sessions',
    server('login-modes/ldap/x.ts'),
    `export * from '../../sessions/sessions.js';`,
    betweenRooms,
  ],
  ['errors importing users', server('errors/x.ts'), `export * from '../users/user.js';`, betweenRooms],
  [
    'config importing more than a type',
    server('config/x.ts'),
    `export { Login } from '../login/login.js';`,
    betweenRooms,
  ],
  [
    'a room importing what joins the rooms',
    server('login/x.ts'),
    `export type { Rooms } from '../join-rooms.js';`,
    betweenRooms,
  ],
  ['a room importing @nestjs', server('sessions/x.ts'), `export { Injectable } from '@nestjs/common';`, betweenRooms],
  [
    'a login mode importing @nestjs',
    server('login-modes/ldap/x.ts'),
    `export * from '@nestjs/passport';`,
    betweenRooms,
  ],
  ['gateway importing @nestjs', server('gateway/x.ts'), `export { Injectable } from '@nestjs/common';`, betweenRooms],
  ['gateway importing the server', server('gateway/x.ts'), `export * from '../sessions/sessions.js';`, betweenRooms],
  ['nest importing the server', server('nest/x.ts'), `export * from '../http/access.js';`, betweenRooms],
  ['http importing passport', server('http/x.ts'), `export { default as x } from 'passport';`, betweenRooms],
  ['Date.now() outside clock', server('sessions/x.ts'), `export const now = Date.now();`, onePlace],
  ['new Date() outside clock', server('login/x.ts'), `export const now = new Date();`, onePlace],
  ['performance.now() outside clock', server('http/x.ts'), `export const now = performance.now();`, onePlace],
  ['process.env outside config', server('login-modes/ldap/x.ts'), `export const home = process.env['HOME'];`, onePlace],
  ['process.env in clock', server('clock/x.ts'), `export const home = process.env['HOME'];`, onePlace],
  ['Date.now() in main.ts', server('main.ts'), `export const now = Date.now();`, onePlace],
  ['a default export', server('login/x.ts'), `export default 1;`, onePlace],
];

/** One for each room; the title is the room. */
export const legal: readonly Legal[] = [
  ['audit', server('audit/stores/x.ts'), `export { openSqlite } from '../../sqlite/open-sqlite.js';`],
  ['admin', server('admin/x.ts'), `export { isAdministrator } from '../privileges/administrator.js';`],
  [
    'browser-login',
    server('browser-login/x.ts'),
    `export { defaultSettings } from '../engine-sessions/engine-session.js';`,
  ],
  ['api-tokens', server('api-tokens/x.ts'), `export { isAdministrator } from '../privileges/administrator.js';`],
  ['clock', server('clock/x.ts'), `export const now = () => Date.now() + performance.now();`],
  ['config', server('config/x.ts'), `export { seedUserSchema } from '../users/seed.js';`],
  ['backup', server('backup/x.ts'), `export { snapshot } from '../lmdb/snapshot.js';`],
  ['lmdb', server('lmdb/x.ts'), `export { Problem } from '../errors/problem.js';`],
  ['redis', server('redis/x.ts'), `export { Problem } from '../errors/problem.js';`],
  ['data-directory', server('data-directory/x.ts'), `export { Problem } from '../errors/problem.js';`],
  ['engine-sessions', server('engine-sessions/x.ts'), `export type { User } from '../users/user.js';`],
  ['errors', server('errors/x.ts'), `export type { ErrorKind } from '@mstr-rest/protocol';`],
  ['gateway', server('gateway/x.ts'), `export { sessionCookiesOf } from '../http/cookies.js';`],
  ['guessing', server('guessing/x.ts'), `export { change } from '../lmdb/change.js';`],
  ['http', server('http/x.ts'), `export { Get } from '@nestjs/common';\nexport { Login } from '../login/login.js';`],
  ['login', server('login/x.ts'), `export { Sessions } from '../sessions/sessions.js';`],
  ['login-modes', server('login-modes/ldap/x.ts'), `export type { User } from '../../users/user.js';`],
  ['metrics', server('metrics/x.ts'), `export type { Clock } from '../clock/clock.js';`],
  [
    'nest',
    server('nest/x.ts'),
    `export { Get } from '@nestjs/common';\nexport { sessionVerifier } from '../gateway/index.js';`,
  ],
  ['postgres', server('postgres/x.ts'), `export type { Access } from '../schema/refuse-other-schema.js';`],
  ['privileges', server('privileges/x.ts'), `export type { Project } from '../projects/project.js';`],
  ['projects', server('projects/x.ts'), `export type { Sessions } from '../sessions/sessions.js';`],
  ['schema', server('schema/x.ts'), `export { Problem } from '../errors/problem.js';`],
  ['sessions', server('sessions/stores/x.ts'), `export * from '../../engine-sessions/engine-session.js';`],
  ['sqlite', server('sqlite/x.ts'), `export { Problem } from '../errors/problem.js';`],
  ['status', server('status/x.ts'), `export type { Clock } from '../clock/clock.js';`],
  ['tls', server('tls/x.ts'), `export type { TlsMetrics } from '../metrics/tls-metrics.js';`],
  ['tokens', server('tokens/x.ts'), `export { randomBytes } from 'node:crypto';`],
  ['users', server('users/directories/x.ts'), `export { Problem } from '../../errors/problem.js';`],
];

export const otherLegal: readonly Legal[] = [
  ['config takes types of any room', server('config/x.ts'), `export type { Login } from '../login/login.js';`],
  ['config reads the environment', server('config/x.ts'), `export const home = process.env['HOME'];`],
  ['the files beside the rooms join them', server('join-rooms.ts'), `export * from './http/access.js';`],
  ['a test reaches into other rooms', server('users/x.spec.ts'), `export const x = import('../http/access.js');`],
  ['a contract suite reaches into other rooms', server('users/x.contract.ts'), `export * from '../http/access.js';`],
  [
    'the bridge uses @nestjs/passport',
    server('login-modes/passport.ts'),
    `export { AuthGuard } from '@nestjs/passport';`,
  ],
  ['a date of a given moment is no clock', server('http/x.ts'), `export const date = new Date(0);`],
  ['client imports protocol', 'packages/client/src/x.ts', `export { headers } from '@mstr-rest/protocol';`],
  [
    'a test beside the code starts a server',
    server('login-modes/ldap/x.spec.ts'),
    `export { startSlapd } from '../../../../../tools/test-servers/slapd.js';`,
  ],
  [
    'a contract suite starts a server',
    server('login-modes/ldap/x.contract.ts'),
    `export { startSlapd } from '../../../../../tools/test-servers/slapd.js';`,
  ],
  [
    'a test of its own folder starts a server',
    'apps/auth-server/test/ldap/x.ts',
    `export { startSlapd } from '../../../../tools/test-servers/slapd.js';`,
  ],
  [
    'a test of a package starts a server',
    'packages/conformance/test/x.spec.ts',
    `export { startSlapd } from '../../../tools/test-servers/slapd.js';`,
  ],
  [
    'conformance imports all',
    'packages/conformance/src/x.ts',
    `export * from '@mstr-rest/client';\nexport { createAuthServer } from '@mstr-rest/auth-server';`,
  ],
];
