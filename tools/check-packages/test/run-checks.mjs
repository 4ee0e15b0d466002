/** Runs the checks beside it in Node, Bun or Deno. Arguments: package, origin of the front. Prints one line of JSON. */
import * as client from '@mstr-rest/client';
import * as protocol from '@mstr-rest/protocol';
import * as validators from '@mstr-rest/protocol/validators';
import { checkClient } from './client-checks.mjs';
import { checkProtocol } from './protocol-checks.mjs';

const [what, origin] = globalThis.process.argv.slice(2);
console.log(
  JSON.stringify(what === 'client' ? await checkClient(client, origin) : checkProtocol(protocol, validators)),
);
