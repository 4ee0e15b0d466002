import { Problem } from '../errors/problem.js';

/** Where a browser goes once it is logged in. */
export type ReturnTo =
  /** Our own page. */
  | { readonly kind: 'page' }
  /** The page that opened this one is told, if it is of exactly this origin. */
  | { readonly kind: 'opener'; readonly origin: string }
  | { readonly kind: 'address'; readonly url: string };

/** What callers say of it: `callback-origin` and `redirectURL` (docs/protocol section 3.13). */
export interface ReturnParameters {
  readonly callbackOrigin: string | undefined;
  readonly redirectUrl: string | undefined;
}

/**
 * @param allowed the exact origins that a login may hand a browser to
 * @throws Problem returnAddressRefused: anything else would be an open redirect, or tell a stranger's page
 */
export function returnToOf({ callbackOrigin, redirectUrl }: ReturnParameters, allowed: ReadonlySet<string>): ReturnTo {
  if (redirectUrl !== undefined) {
    const url = addressIn(redirectUrl);
    if (url === undefined || !allowed.has(url.origin)) throw new Problem('returnAddressRefused');
    return { kind: 'address', url: url.href };
  }
  if (callbackOrigin === undefined) return { kind: 'page' };
  if (!allowed.has(callbackOrigin)) throw new Problem('returnAddressRefused');
  return { kind: 'opener', origin: callbackOrigin };
}

/** A whole address of the web, without a name or a password in it. */
function addressIn(text: string): URL | undefined {
  if (!/^https?:\/\//i.test(text) || !URL.canParse(text)) return undefined;
  const url = new URL(text);
  return url.username === '' && url.password === '' ? url : undefined;
}
