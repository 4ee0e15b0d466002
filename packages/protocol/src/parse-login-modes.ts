import type { components } from './generated/types.js';
import { accepted, invalid, readFields, type Parsed } from './read-fields.js';

/** The body of `PUT /mstrServices/library/auth` and of its twin. */
export interface LoginModesRequest {
  /** One at least, each once. Whether a server has such modes is for the server to say. */
  readonly availableModes: readonly number[];
  /** One of them. */
  readonly defaultMode: number;
}

const expected = {
  availableModes: 'a list of 1 to 32 login modes, each once',
  defaultMode: 'one of availableModes',
} as const;

/** The login modes to be on, with the first as the default unless another one is named. Source: docs/protocol section 3.15. */
export function parseLoginModesRequest(body: unknown): Parsed<LoginModesRequest> {
  const fields = readFields<components['schemas']['LoginModesRequest']>('setLoginModes', body, expected);
  if (!fields.ok) return fields;
  // Adding 0 turns -0, which JSON can carry, into 0.
  const availableModes = fields.value.availableModes.map((mode) => Number(mode) + 0);
  const [first] = availableModes;
  const defaultMode = Number(fields.value.defaultMode ?? first) + 0;
  const fit = availableModes.every((mode) => mode >= -(2 ** 31) && mode < 2 ** 31);
  if (!fit || new Set(availableModes).size < availableModes.length) {
    return invalid('availableModes', expected.availableModes);
  }
  if (!availableModes.includes(defaultMode)) return invalid('defaultMode', expected.defaultMode);
  return accepted({ availableModes, defaultMode });
}
