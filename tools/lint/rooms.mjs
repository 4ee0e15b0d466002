/**
 * Who may import whom, as data. `eslint.config.mjs` makes lint rules of it, `boundaries.spec.ts` proves that they bite.
 * The picture in words is in ARCHITECTURE.md.
 */

/** Between packages: the tag of a project (`nx.tags` in its package.json) → the tags it may import. */
export const packageDirections = {
  'room:protocol': [],
  'room:client': ['room:protocol'],
  'room:auth-server': ['room:protocol'],
  'room:conformance': ['room:protocol', 'room:client', 'room:auth-server'],
  'room:tools': ['*'],
};

/** Where the rooms of the server are. */
export const serverSource = 'apps/auth-server/src';

/** Rooms at the bottom: every room may use these. */
const foundations = ['errors', 'clock', 'audit', 'metrics'];

/**
 * Inside the server: a room → what it may import beside its own files and the foundations. An entry is a room, or one
 * file of a room (`users/seed`). What stands in `types` may be imported with `import type` only. Outermost rooms first;
 * the files beside the rooms (`main.ts`, `join-rooms.ts` …) join them and may import all; a room imports one of those only
 * where the table names it.
 *
 * @type {Readonly<Record<string, { readonly imports: readonly string[]; readonly types?: readonly string[] }>>}
 */
export const rooms = {
  config: { imports: ['users/seed', 'users/seed-schemas'], types: ['*'] },
  http: {
    imports: [
      'login',
      'browser-login',
      'api-tokens',
      'sessions',
      'engine-sessions',
      'tokens',
      'projects',
      'privileges',
      'status',
      'admin',
      'config/address-range',
    ],
    types: ['config', 'login-modes', 'join-rooms', 'tls'],
  },
  nest: { imports: ['gateway'] },
  gateway: { imports: ['http/cookies'] },
  admin: { imports: ['login', 'privileges', 'sessions', 'users'], types: ['engine-sessions', 'guessing'] },
  login: { imports: ['guessing', 'login-modes', 'sessions', 'tokens', 'users'], types: ['engine-sessions'] },
  'browser-login': { imports: ['login', 'sessions', 'engine-sessions'], types: ['login-modes', 'users'] },
  guessing: { imports: ['lmdb', 'redis'] },
  'login-modes': {
    imports: ['config/address-range', 'config/loopback', 'tokens', 'users'],
    types: ['engine-sessions'],
  },
  'api-tokens': { imports: ['privileges', 'sessions', 'tokens', 'users'], types: ['engine-sessions'] },
  privileges: { imports: ['projects', 'users'] },
  projects: { imports: ['sessions', 'users'] },
  sessions: { imports: ['tokens', 'engine-sessions', 'lmdb', 'redis'] },
  'engine-sessions': { imports: ['users'] },
  tokens: { imports: [], types: ['users'] },
  status: { imports: [] },
  users: { imports: ['postgres', 'schema', 'sqlite'] },
  'data-directory': { imports: [] },
  backup: { imports: ['lmdb', 'sqlite'] },
  audit: { imports: ['postgres', 'schema', 'sqlite'] },
  postgres: { imports: ['schema'] },
  sqlite: { imports: ['schema'] },
  lmdb: { imports: [] },
  redis: { imports: [] },
  schema: { imports: [] },
  tls: { imports: [] },
  metrics: { imports: [] },
  errors: { imports: [] },
  clock: { imports: [] },
};

/**
 * @param {string} room a folder of the server's source
 * @param {string} target a file below the server's source: `users/seed.js`
 * @param {boolean} typeOnly
 * @returns {boolean} whether the table lets the room import the target
 */
export function mayImport(room, target, typeOnly) {
  const { imports = [], types = [] } = rooms[room] ?? {};
  const allowed = [room, ...foundations, ...imports, ...(typeOnly ? types : [])];
  return allowed.some(
    (entry) =>
      target.startsWith(`${entry}/`) || target.startsWith(`${entry}.`) || (entry === '*' && target.includes('/')),
  );
}

/** Packages that only some places of the server may import; a place is a folder (`http/`) or a file. */
export const keptPackages = [
  { name: /^@nestjs\//, places: ['http/', 'nest/', 'auth-server.module.ts', 'index.ts', 'login-modes/passport.ts'] },
  { name: /^passport(-|$)/, places: ['login-modes/'] },
];
