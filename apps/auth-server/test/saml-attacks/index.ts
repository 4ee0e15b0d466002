/** What an attacker sends to the assertion consumer service, and by which of our checks it is refused. */
import { audience, instant } from '../saml-responses.js';
import { good, restriction, saying, type Attack } from './material.js';
import { documents } from './documents.js';
import { names } from './names.js';
import { signatures } from './signatures.js';
import { statements } from './statements.js';
import { wrapped } from './wrapped.js';

export { type Material } from './material.js';

export const attacks: readonly Attack[] = [...signatures, ...wrapped, ...statements, ...names, ...documents];

/** What no check of ours must be in the way of. */
export const allowed: readonly Pick<Attack, 'name' | 'forge'>[] = [
  { name: 'an XML declaration', forge: (material) => `<?xml version="1.0" encoding="UTF-8"?>\n${good(material)}` },
  { name: 'a clock that is 29 seconds ahead', forge: saying(({ now }) => ({ notBefore: instant(now + 29_000) })) },
  {
    name: 'several audiences, ours among them',
    forge: saying({ audiences: restriction('https://x.example.com', audience) }),
  },
  { name: 'names around which there is space', forge: saying({ name: '\n  ann\n ' }) },
];
