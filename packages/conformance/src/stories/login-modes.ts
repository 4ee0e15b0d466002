/** Switching login modes while the server runs. Source: docs/protocol sections 3.15 and 9: Q10, Q24. */
import { done, modeDisabled, sessionOpened } from '../exchanges/answers.js';
import type { Expected } from '../exchange.js';
import { asOperator, json } from '../sample-requests.js';
import type { SettingsWanted } from '../settings.js';
import type { CallStep, Step, Story } from '../story.js';
import { lives } from './a-day.js';

const usual = {
  'auth.modes.changeable': true,
  'auth.modes.available': [1, 8],
  'auth.modes.unavailable': [16, 64, 4096, 1048576, 4194304],
  'auth.modes.default': 1,
} as const satisfies SettingsWanted;

const asAdministrator: CallStep = {
  actor: 'administrator',
  operation: 'postLogin',
  request: {
    body: json('{"loginMode":1,"username":"{{administrator.username}}","password":"{{administrator.password}}"}'),
  },
  expect: sessionOpened,
};
const chosen = (modes: readonly number[]) => ({
  body: json(JSON.stringify({ availableModes: modes, defaultMode: modes[0] })),
});
const choose = (modes: readonly number[]): CallStep => ({
  actor: 'administrator',
  operation: 'setLoginModes',
  request: chosen(modes),
  expect: done,
});
const chooseAsOperator = (modes: readonly number[]): CallStep => ({
  actor: 'operator',
  operation: 'setLoginModesAsOperator',
  request: { headers: asOperator, ...chosen(modes) },
  expect: done,
});
const guest = (actor: string, expect: Expected = sessionOpened): CallStep => ({
  actor,
  operation: 'postLogin',
  request: { body: json('{"loginMode":8}') },
  expect,
});
const offered = (modes: readonly number[]): CallStep => ({
  actor: 'anybody',
  operation: 'getAuthModes',
  expect: { status: 200, body: { modes } },
});
const mistake: CallStep = {
  actor: 'guesser',
  operation: 'getLoginModesAsOperator',
  request: { headers: { Authorization: '{{operator.wrongAuthorization}}' } },
  expect: { status: 401, code: 'ERR003' },
};
const early = (operation: 'getLoginModesAsOperator' | 'setLoginModesAsOperator'): CallStep => ({
  actor: 'operator',
  operation,
  request: { headers: asOperator, ...(operation === 'setLoginModesAsOperator' ? chosen([1, 8]) : {}) },
  expect: {
    status: 429,
    code: 'ERR001',
    iServerCode: null,
    headers: { 'content-type': 'application/json', 'retry-after': '1' },
  },
});
const wait: Step = { advanceMs: 1000 };

export const loginModes: readonly Story[] = [
  {
    id: 'login-modes-switched',
    title: 'a login mode that is switched off lets nobody in from then on, leaves who is in, and is switched on again',
    level: 'ours',
    with: usual,
    steps: [
      asAdministrator,
      guest('before'),
      offered([1, 8]),
      choose([1]),
      offered([1]),
      guest('late', modeDisabled(8)),
      lives('before'),
      choose([1, 8]),
      offered([1, 8]),
      guest('after'),
    ],
  },
  {
    id: 'login-modes-operator',
    title: 'the operator may switch off every way in, and undo it',
    level: 'ours',
    with: usual,
    steps: [
      chooseAsOperator([8]),
      offered([8]),
      { ...asAdministrator, expect: modeDisabled(1) },
      chooseAsOperator([1, 8]),
      asAdministrator,
    ],
  },
  {
    id: 'operator-guessing',
    title: 'a sixth guess at the credential of the operator is 429 ERR001 with Retry-After, also where it is right',
    level: 'ours',
    with: { ...usual, 'guessing.enabled': true, 'guessing.nameAndNetwork.freeFailures': 5 },
    steps: [
      ...Array.from({ length: 5 }, () => mistake),
      early('getLoginModesAsOperator'),
      early('setLoginModesAsOperator'),
      wait,
      chooseAsOperator([1, 8]),
    ],
  },
];
