/** What is bundled for a browser and for a worker. */
import * as client from '@mstr-rest/client';
import * as protocol from '@mstr-rest/protocol';
import * as validators from '@mstr-rest/protocol/validators';
import { checkClient } from './client-checks.mjs';
import { checkProtocol } from './protocol-checks.mjs';

/** In a browser: `await checks.client(origin)`. */
export const checks = {
  client: (origin) => checkClient(client, origin, { sharesCookies: typeof document === 'object' }),
  protocol: () => checkProtocol(protocol, validators),
};
globalThis.checks = checks;

/** In a worker: `GET /client?origin=…`, as module workers are asked. */
export default {
  async fetch(request) {
    const { pathname, searchParams } = new URL(request.url);
    return Response.json(await checks[pathname.slice(1)](searchParams.get('origin')));
  },
};
