import type { ErrorCodeStyle } from '@mstr-rest/protocol';

/** What our pages need to know of the server. */
export class PageSettings {
  constructor(
    /** Context path, without a slash at the end. */
    readonly context: string,
    /** Origins that a login may hand a browser to. */
    readonly origins: ReadonlySet<string>,
    readonly errorCodeStyle: ErrorCodeStyle,
    /** What stands behind the value where the session's cookie is set. */
    readonly cookieSuffix: string,
    /** Changes once, when the server listens. */
    private readonly address: { readonly publicUrl: string },
  ) {}

  /** Where browsers reach the server, with the context path. */
  get publicUrl(): string {
    return this.address.publicUrl;
  }

  get loginAddress(): string {
    return `${this.context}/auth/login`;
  }
}
