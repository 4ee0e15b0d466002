/** The bodies with which real clients log in. Source: docs/protocol sections 1.5 and 8.1. */
import type { Body, ClientName, Exchange } from '../exchange.js';
import { form, json } from '../sample-requests.js';
import { sessionOpened } from './answers.js';

const login = (client: ClientName, how: string, body: Body, more: Partial<Exchange> = {}): Exchange => ({
  id: `login-${client.toLowerCase()}`,
  title: `${client} logs in ${how}`,
  operation: 'postLogin',
  level: 'required',
  client,
  needs: 'nothing',
  request: { body },
  expect: sessionOpened,
  ...more,
});

const credentials = '"username":"{{user.username}}","password":"{{user.password}}"';
const credentialsAsForm = 'username={{user.username}}&password={{user.password}}';

export const loginsOfClients: readonly Exchange[] = [
  login('MSTRIO', 'by form, saying that it is Python', form(`loginMode=1&applicationType=76&${credentialsAsForm}`)),
  login('MSTRIO', 'as a guest by form', form('loginMode=8&applicationType=76'), {
    id: 'login-mstrio-guest',
    with: { 'auth.modes.available': [8] },
  }),
  login('PAUL', 'with JSON', json(`{${credentials},"loginMode":1,"applicationType":8}`)),
  login('NODE', 'with JSON and a question mark', json(`{"loginMode":1,${credentials}}`), {
    request: { query: '', body: json(`{"loginMode":1,${credentials}}`), headers: { Accept: 'application/json' } },
  }),
  login('NODES', 'with the loginMode as the text of an ini file', json(`{${credentials},"loginMode":"1"}`)),
  login('RMSTRIO', 'saying that it is Library', json(`{${credentials},"loginMode":1,"applicationType":35}`)),
  login('DHUB', 'with JSON', json(`{"loginMode":1,"applicationType":35,${credentials}}`)),
  login('OMD', 'by form', form(`${credentialsAsForm}&loginMode=1&applicationType=35`)),
  login('DATAIKU', 'by form', form(`${credentialsAsForm}&loginMode=1`)),
  login('TOUCAN', 'by form', form(`${credentialsAsForm}&loginMode=1`)),
  login('SAMP', 'with the loginMode as a string of JSON', json(`{${credentials},"loginMode":"1"}`)),
  login('PHP', 'with JSON, from a library that accepts anything', json(`{${credentials},"loginMode":1}`), {
    request: { body: json(`{${credentials},"loginMode":1}`), headers: { Accept: '*/*' } },
  }),
];
