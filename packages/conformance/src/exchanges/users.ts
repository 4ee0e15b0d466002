/** The user of a session and his privileges. Source: docs/protocol section 3.5. */
import type { Exchange } from '../exchange.js';

const project = { 'X-MSTR-ProjectID': '{{project.id}}' };
const guests = { 'auth.modes.available': [8] } as const;

export const users: readonly Exchange[] = [
  {
    id: 'user-info',
    title: 'GET /sessions/userInfo names the user',
    operation: 'getUserInfo',
    level: 'required',
    needs: 'session',
    request: {},
    expect: { status: 200, body: { username: '{{user.username}}', metadataUser: true } },
  },
  {
    id: 'user-info-fields',
    title: 'fields keeps the named members of the user',
    operation: 'getUserInfo',
    level: 'recommended',
    needs: 'session',
    request: { query: 'fields=initials' },
    expect: { status: 200, members: ['initials'] },
  },
  {
    id: 'user-info-guest',
    title: 'a guest is Public / Guest and no user of the metadata',
    operation: 'getUserInfo',
    level: 'ours',
    with: guests,
    needs: 'guest session',
    request: {},
    expect: { status: 200, body: { fullName: 'Public / Guest', initials: 'PG', metadataUser: false } },
  },
  {
    id: 'privileges',
    title: 'GET /sessions/privileges lists privileges whose ids are strings',
    operation: 'getPrivileges',
    level: 'required',
    needs: 'project session',
    request: { headers: project },
    expect: { status: 200, members: ['privileges'] },
  },
  {
    id: 'privilege',
    title: 'NODE asks for one privilege by its number',
    operation: 'getPrivilege',
    level: 'required',
    client: 'NODE',
    needs: 'session',
    request: { path: { id: '{{privilege.id}}' }, cookie: { raw: '{{caller.setCookie}}' } },
    expect: { status: 200, body: { id: '{{privilege.id}}' } },
  },
  {
    id: 'privilege-fields',
    title: 'fields keeps the named members of a privilege',
    operation: 'getPrivilege',
    level: 'recommended',
    needs: 'session',
    request: { path: { id: '{{privilege.id}}' }, query: 'fields=name' },
    expect: { status: 200, members: ['name'] },
  },
  {
    id: 'privilege-unknown',
    title: 'a privilege that nobody knows is 404 ERR004',
    operation: 'getPrivilege',
    level: 'ours',
    needs: 'session',
    request: { path: { id: '99999' } },
    expect: { status: 404, code: 'ERR004', iServerCode: null },
  },
];
