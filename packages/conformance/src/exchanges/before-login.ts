/** What a client may know before it logs in. Source: docs/protocol sections 3.9 and 3.11. */
import type { Exchange } from '../exchange.js';

const statusMembers = [
  ...['upSince', 'upTime', 'upTimeText', 'webVersion', 'isIServerConfigured', 'iServerVersion'],
  ...['minMobileCompatibleVersion', 'deploymentType'],
];

export const beforeLogin: readonly Exchange[] = [
  {
    id: 'status',
    title: 'the status tells anybody the configured versions',
    operation: 'getStatus',
    level: 'required',
    needs: 'nothing',
    request: {},
    expect: {
      status: 200,
      body: { iServerVersion: '{{iserver.iServerVersion}}', webVersion: '{{iserver.webVersion}}' },
      members: statusMembers,
      headers: { 'content-type': 'application/json' },
    },
  },
  {
    id: 'status-gate',
    title: 'MSTRIO and RMSTRIO read the first nine characters of the versions, and they suffice',
    operation: 'getStatus',
    level: 'required',
    client: 'MSTRIO',
    with: { 'iserver.iServerVersion': '11.5.0600.00000', 'iserver.webVersion': '11.5.0600.00000' },
    needs: 'nothing',
    request: { query: 'fields=iServerVersion,webVersion' },
    expect: { status: 200, body: { iServerVersion: '11.5.0600.00000', webVersion: '11.5.0600.00000' } },
  },
  {
    id: 'status-old-gate',
    title: 'a server that stands for an older version says so, and MSTRIO then logs in a second time',
    operation: 'getStatus',
    level: 'required',
    client: 'MSTRIO',
    with: { 'iserver.iServerVersion': '11.3.0460.00602', 'iserver.webVersion': '11.3.0460.00349J' },
    needs: 'nothing',
    request: {},
    expect: { status: 200, body: { iServerVersion: '11.3.0460.00602', webVersion: '11.3.0460.00349J' } },
  },
  {
    id: 'status-fields',
    title: 'fields keeps the named members of the status',
    operation: 'getStatus',
    level: 'recommended',
    needs: 'nothing',
    request: { query: 'fields=upTimeText' },
    expect: { status: 200, members: ['upTimeText'] },
  },
  {
    id: 'auth-modes',
    title: 'AUTO asks which login modes there are, without logging in',
    operation: 'getAuthModes',
    level: 'vendor-observed',
    client: 'AUTO',
    needs: 'nothing',
    request: {},
    expect: { status: 200, members: ['modes'], headers: { 'content-type': 'application/json' } },
  },
  {
    id: 'auth-modes-values',
    title: 'the login modes are the enabled ones, and delegation is none of them',
    operation: 'getAuthModes',
    level: 'ours',
    with: { 'auth.modes.available': [1, 8], 'auth.modes.unavailable': [16, 4096, 4194304], 'auth.modes.default': 1 },
    needs: 'nothing',
    request: {},
    expect: { status: 200, body: { modes: [1, 8] } },
  },
];
