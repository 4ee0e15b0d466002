import type { paths } from '@mstr-rest/protocol';
import createOpenApiClient, { type BodySerializer, type Client, type Middleware } from 'openapi-fetch';
import type { Fetch } from './fetch.js';

/** The paths of the OpenAPI document: openapi-fetch puts the requests together and reads the bodies of the answers. */
export type Api = Client<paths>;

/** What a call hands to {@link Api} beside the parameters and the body of its operation. */
export type CallInit = {
  readonly signal: AbortSignal;
  readonly middleware: Middleware[];
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
  readonly fetch: Fetch;
  /** Are the cookies the platform's, to be sent across origins as well? */
  readonly platformCookies: boolean;
}

/** Makes the API of one server. */
export function createApi({ base, fetch, platformCookies }: ApiSettings): Api {
  return createOpenApiClient<paths>({
    baseUrl: base,
    fetch,
    headers: { accept: 'application/json' },
    // Never followed: the token is in a header of its own, which `fetch` would hand to any other host.
    redirect: 'manual',
    // One comma list, not one parameter an element (docs/protocol section 1.1).
    querySerializer: { array: { style: 'form', explode: false } },
    ...(platformCookies ? { credentials: 'include' } : {}),
  });
}
