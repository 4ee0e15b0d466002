import type { ErrorCodeStyle } from '@mstr-rest/protocol';

/** What our pages need to know of the server. */
export class PageSettings {
  constructor(
    /** Context path, without a slash at the end. */
    readonly context: string,
    /** Origins that a login may hand a browser to. */
    readonly origins: ReadonlySet<string>,
    readonly errorCodeStyle: ErrorCodeStyle,
  ) {}

  get loginAddress(): string {
    return `${this.context}/auth/login`;
  }
}
