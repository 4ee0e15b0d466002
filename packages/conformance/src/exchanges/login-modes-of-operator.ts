/** Seeing and choosing login modes by HTTP Basic. Source: docs/protocol sections 3.15 and 9: Q24. */
import type { Exchange, Expected, RequestFacts } from '../exchange.js';
import { asOperator, json } from '../sample-requests.js';
import { done, inputInvalid, notPrivileged } from './answers.js';

type Sentence = Pick<Exchange, 'id' | 'title' | 'level' | 'with'>;

const asking =
  (operation: 'getLoginModesAsOperator' | 'setLoginModesAsOperator') =>
  (sentence: Sentence, request: RequestFacts, expect: Expected): Exchange => ({
    ...sentence,
    operation,
    needs: 'nothing',
    request,
    expect,
  });
const see = asking('getLoginModesAsOperator');
const choose = asking('setLoginModesAsOperator');

const usual = {
  'auth.modes.changeable': true,
  'auth.modes.available': [1, 8],
  'auth.modes.unavailable': [16, 64, 4096, 1048576, 4194304],
  'auth.modes.default': 1,
} as const;
const notKnown: Expected = {
  status: 401,
  code: 'ERR003',
  iServerCode: null,
  headers: { 'www-authenticate': { matches: '^Basic realm="' }, 'set-cookie': null },
};

export const loginModesOfOperator: readonly Exchange[] = [
  see(
    { id: 'operator-sees', title: 'the operator sees the login modes and their default', level: 'ours', with: usual },
    { headers: asOperator },
    { status: 200, body: { availableModes: [1, 8], defaultMode: 1 }, headers: { 'set-cookie': null } },
  ),
  see(
    { id: 'operator-fields', title: 'fields keeps the named members of what the operator sees', level: 'ours' },
    { headers: asOperator, query: 'fields=availableModes' },
    { status: 200, members: ['availableModes'] },
  ),
  see(
    {
      id: 'operator-without-credential',
      title: 'to see the login modes without the credential of the operator is 401 ERR003, which asks for it',
      level: 'ours',
    },
    // A target without an operator does not have the path: the name sees to it that this is skipped there.
    { headers: { 'X-Operator': '{{operator.username}}' } },
    notKnown,
  ),
  choose(
    {
      id: 'operator-session',
      title: 'to choose login modes as the operator with something else is 401 ERR003',
      level: 'ours',
    },
    {
      headers: { Authorization: 'Bearer {{operator.username}}' },
      body: json('{"availableModes":[1]}'),
    },
    notKnown,
  ),
  choose(
    {
      id: 'operator-chooses',
      title: 'MSTRIO chooses login modes by HTTP Basic: 204',
      level: 'recommended',
      with: usual,
    },
    { headers: asOperator, body: json('{"availableModes":[1,8],"defaultMode":1}') },
    done,
  ),
  choose(
    {
      id: 'operator-unknown-mode',
      title: 'not even the operator can choose what is no login mode',
      level: 'ours',
      with: { 'auth.modes.changeable': true },
    },
    { headers: asOperator, body: json('{"availableModes":[3]}') },
    { status: 400, code: 'ERR006', iServerCode: -2147207867 },
  ),
  choose(
    { id: 'operator-default', title: 'nor a default that is none of the login modes', level: 'ours' },
    { headers: asOperator, body: json('{"availableModes":[1],"defaultMode":8}') },
    { ...inputInvalid, messageIncludes: 'defaultMode' },
  ),
  choose(
    {
      id: 'operator-kept',
      title: 'a server that keeps its login modes answers 403 ERR014 to the operator too',
      level: 'ours',
      with: { 'errorCodes.style': 'short', 'auth.modes.changeable': false },
    },
    { headers: asOperator, body: json('{"availableModes":[1]}') },
    notPrivileged,
  ),
];
