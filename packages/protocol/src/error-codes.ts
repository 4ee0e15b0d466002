/** How codes 14 and 17 are spelled: public sources show both (docs/protocol section 9, Q1). */
export type ErrorCodeStyle = 'short' | 'long';

/** Spells a code of the catalogue: `ERR014` stays in the short style and becomes `ERR0014` in the long one. */
export function spellErrorCode(code: string, style: ErrorCodeStyle): string {
  return style === 'long' && (code === 'ERR014' || code === 'ERR017') ? `ERR00${code.slice(4)}` : code;
}

/** Turns either spelling into the short one, so that a client can compare codes. */
export function normalizeErrorCode(code: string): string {
  return code === 'ERR0014' || code === 'ERR0017' ? `ERR0${code.slice(5)}` : code;
}
