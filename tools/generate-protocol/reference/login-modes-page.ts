/** The page of login modes. */
import { loginModes } from '../catalogues.js';
import { code, page, table } from './markdown.js';

/** Text of `login-modes.md`. */
export function loginModesPage(): string {
  const rows = loginModes.map((mode) => [
    String(mode.id),
    code(mode.name),
    mode.title,
    mode.doors.join(', ') || 'none',
    mode.evidence,
    mode.provenance,
  ]);
  return page('Login modes', [
    'The numbers that callers send as `loginMode`. *Where* says who may ask for the mode: `login` is `POST /auth/login`, `delegate` is ' +
      '`POST /auth/delegate`, `browser` is a page with redirects, `native` is an operation of its own for programs that hold tokens of an ' +
      'identity provider. A mode with none exists in the protocol and is not served by this API.',
    'Marks and source keys are explained in [the protocol](../protocol/README.md) and its [sources](../protocol/sources.md).',
    table(['number', 'name', 'title', 'where', 'what the caller shows', 'known from'], rows),
  ]);
}
