/**
 * The two hand-written catalogues that the reference pages print. They are read by path and not through the package:
 * its index exports what is generated here, so it cannot be loaded before the first run.
 */
export { errorCatalogue, type ErrorRow } from '../../packages/protocol/src/errors.js';
export { loginModes } from '../../packages/protocol/src/login-modes.js';
