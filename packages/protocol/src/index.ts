/** The wire of the API family, and nothing else: types, validators, catalogues. No I/O, no runtime dependency. */
export * from './error-codes.js';
export * from './errors.js';
export * from './headers.js';
export * from './locales.js';
export * from './login-modes.js';
export * from './secrets.js';
export * from './session-states.js';
export * from './well-known.js';
export * from './parse.js';
export * from './parse-login-modes.js';
export * from './parse-administration.js';
export * from './generated/operations.js';
export type { components, operations, paths } from './generated/types.js';
