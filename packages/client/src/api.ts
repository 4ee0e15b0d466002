import type { paths } from '@mstr-rest/protocol';
import createOpenApiClient, { type BodySerializer, type Client } from 'openapi-fetch';
import type { Fetch } from './fetch.js';

/** The paths of the OpenAPI document: openapi-fetch puts the requests together and reads the bodies of the answers. */
export type Api = Client<paths>;

/** What a call hands to {@link Api} beside the parameters and the body of its operation. */
export type CallInit = {
  readonly signal: AbortSignal;
  readonly fetch: Fetch;
  readonly bodySerializer: BodySerializer<unknown>;
};

/** An answer as {@link Api} gives it, of one operation or another. */
export interface Received<Content> {
  /** The JSON body of a success. */
  readonly data?: Content;
  /** The body of a failure, as JSON where it is that. */
  readonly error?: unknown;
  readonly response: Response;
}

/** Where requests go, and how. */
export interface ApiSettings {
  /** Address of the API, without a slash at its end. */
  readonly base: string;
  /** Are the cookies the platform's, to be sent across origins as well? */
  readonly platformCookies: boolean;
}

/**
 * Makes the API of one server.
 *
 * @param fetch Sends the requests, unless a call brings its own.
 */
export function createApi<Paths extends object = paths>(
  { base, platformCookies }: ApiSettings,
  fetch?: Fetch,
): Client<Paths> {
  return createOpenApiClient<Paths>({
    baseUrl: base,
    ...(fetch ? { fetch } : {}),
    headers: { accept: 'application/json' },
    // Never followed by `fetch`: the token is in a header of its own, which it would hand to any other host.
    redirect: 'manual',
    // One comma list, not one parameter an element (docs/protocol section 1.1).
    querySerializer: { array: { style: 'form', explode: false } },
    ...(platformCookies ? { credentials: 'include' } : {}),
  });
}
