/** Seeing to the accounts of users. Source: docs/protocol section 3.16. */
import type { OperationId } from '@mstr-rest/protocol';
import type { Exchange, Expected, RequestFacts } from '../exchange.js';
import { json } from '../sample-requests.js';
import { inputInvalid, inputMissing, notPrivileged, unknownUser } from './answers.js';

const level = 'ours';
const short = { 'errorCodes.style': 'short' } as const;
const nobody = '00000000000000000000000000000000';
const administrator = '54F3D26011D2896560009A8E67019608';
const guest = '294DEDC011D2F1D56000D98E67019608';

const change = (path: string, value: unknown) =>
  json(JSON.stringify({ operationList: [{ op: 'replace', path, value }] }));
const refused: Expected = { status: 403, code: 'ERR017', iServerCode: null };
const of = (id: string): Pick<RequestFacts, 'path'> => ({ path: { id } });

const looking: readonly Exchange[] = [
  {
    id: 'users-mstrio',
    title: 'MSTRIO looks for a user by the login name, with a slash behind the path',
    operation: 'getUsers',
    level: 'required',
    client: 'MSTRIO',
    needs: 'administrator',
    request: {
      slash: true,
      query: 'abbreviationBegins={{user.username}}&offset=0&limit=1&fields=id,name,abbreviation',
    },
    expect: {
      status: 200,
      body: [{ id: '{{other.userId}}', abbreviation: '{{user.username}}' }],
      headers: { 'x-mstr-total-count': { matches: '^[0-9]+$' }, 'content-type': 'application/json' },
    },
  },
  {
    id: 'users-one',
    title: 'a user is described with what clients of the vendor read',
    operation: 'getUser',
    level: 'recommended',
    needs: 'administrator',
    request: of('{{other.userId}}'),
    expect: {
      status: 200,
      body: { username: '{{user.username}}', enabled: true, type: 34, subtype: 8704, acg: 255, locked: false },
    },
  },
  {
    id: 'users-self',
    title: 'everybody may look himself up',
    operation: 'getUser',
    level,
    needs: 'session beside a colleague',
    request: of('{{caller.userId}}'),
    expect: { status: 200, body: { username: '{{user.username}}' } },
  },
  {
    id: 'users-list-denied',
    title: 'who is no administrator gets no list of users: 403 ERR014',
    operation: 'getUsers',
    level,
    with: short,
    needs: 'session',
    request: {},
    expect: notPrivileged,
  },
  {
    id: 'users-bad-id',
    title: 'what is no id of a user is 400 ERR006',
    operation: 'getUser',
    level,
    needs: 'administrator',
    request: of('{{user.username}}'),
    expect: { ...inputInvalid, messageIncludes: 'id' },
  },
];

/** The same of every operation on one user. */
const onOne: readonly Exchange[] = (['getUser', 'updatePartialUser', 'deleteUser'] satisfies OperationId[]).flatMap(
  (operation): readonly Exchange[] => {
    const body = operation === 'updatePartialUser' ? { body: change('/description', '') } : {};
    return [
      {
        id: `${operation}-denied`,
        title: `${operation} of a colleague is 403 ERR014 without being an administrator`,
        operation,
        level,
        with: short,
        needs: 'session beside a colleague',
        request: { ...of('{{other.userId}}'), ...body },
        expect: notPrivileged,
      },
      {
        id: `${operation}-nobody-denied`,
        title: `${operation} does not tell who is no administrator which users there are`,
        operation,
        level,
        with: short,
        needs: 'session',
        request: { ...of(nobody), ...body },
        expect: notPrivileged,
      },
      {
        id: `${operation}-nobody`,
        title: `${operation} of nobody is 404 ERR004 with -2147216967 to an administrator`,
        operation,
        level,
        needs: 'administrator',
        request: { ...of(nobody), ...body },
        expect: unknownUser,
      },
    ];
  },
);

const protectedAccounts: readonly Exchange[] = [
  ...[administrator, '{{caller.userId}}'].flatMap((id): readonly Exchange[] => {
    const whose = id === administrator ? 'the built-in administrator' : 'oneself';
    const shared = { level, with: short, needs: 'administrator', expect: refused } as const;
    return [
      {
        id: `disable-${id === administrator ? 'administrator' : 'self'}`,
        title: `disabling ${whose} is 403 ERR017`,
        operation: 'updatePartialUser',
        request: { ...of(id), body: change('/enabled', false) },
        ...shared,
      },
      {
        id: `remove-${id === administrator ? 'administrator' : 'self'}`,
        title: `removing ${whose} is 403 ERR017`,
        operation: 'deleteUser',
        request: of(id),
        ...shared,
      },
    ];
  }),
  {
    id: 'remove-guest',
    title: 'removing the guest is 403 ERR017',
    operation: 'deleteUser',
    level,
    with: short,
    needs: 'administrator',
    request: of(guest),
    expect: refused,
  },
];

const changes: readonly Exchange[] = [
  {
    id: 'change-description',
    title: 'an administrator changes the description of a user, with an operation in upper case',
    operation: 'updatePartialUser',
    level: 'recommended',
    needs: 'administrator',
    request: {
      ...of('{{other.userId}}'),
      body: json('{"operationList":[{"op":"REPLACE","path":"/description","value":"Senior"}]}'),
    },
    expect: { status: 200, body: { id: '{{other.userId}}', description: 'Senior' } },
  },
  {
    id: 'change-empty',
    title: 'an administrator takes the description of a user away',
    operation: 'updatePartialUser',
    level: 'recommended',
    needs: 'administrator',
    request: {
      ...of('{{other.userId}}'),
      query: 'fields=description',
      body: json('{"operationList":[{"op":"remove","path":"/description"}]}'),
    },
    expect: { status: 200, body: { description: '' }, members: ['description'] },
  },
  ...(
    [
      ['/username', 'someone'],
      ['/privileges', 'all'],
      ['/id', nobody],
      ['/enabled', 'perhaps'],
      ['/locked', true],
      ['description', 'without a slash'],
    ] as const
  ).map(([path, value]): Exchange => ({
    id: `change-${path}-${value}`,
    title: `changing ${path} of a user to ${value} is 400 ERR006 and names the path`,
    operation: 'updatePartialUser',
    level,
    needs: 'administrator',
    request: { ...of('{{other.userId}}'), body: change(path, value) },
    expect: { ...inputInvalid, messageIncludes: path },
  })),
  {
    id: 'change-nothing',
    title: 'changing a user without saying what is 400 ERR005',
    operation: 'updatePartialUser',
    level,
    needs: 'administrator',
    request: { ...of('{{other.userId}}'), body: json('{}') },
    expect: { ...inputMissing, messageIncludes: 'operationList' },
  },
  {
    id: 'change-password-short',
    title: 'setting too short a password is 400 ERR006 with -2147072525',
    operation: 'updatePartialUser',
    level,
    needs: 'administrator',
    request: { ...of('{{other.userId}}'), body: change('/password', 'short') },
    expect: { status: 400, code: 'ERR006', iServerCode: -2147072525 },
  },
];

export const accounts: readonly Exchange[] = [...looking, ...onOne, ...protectedAccounts, ...changes];
