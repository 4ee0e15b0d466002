/** What our pages need to know of the server. */
export class PageSettings {
  constructor(
    /** Context path, without a slash at the end. */
    readonly context: string,
    /** Origins that a login may hand a browser to. */
    readonly origins: ReadonlySet<string>,
    /** What stands behind the value where the session's cookie is set. */
    readonly cookieSuffix: string,
    /** Changes once, when the server listens. */
    private readonly address: { readonly publicUrl: string },
    /** The origins of a public URL's own pages: on loopback it has several names. */
    private readonly originsOf: (publicUrl: string) => readonly string[],
  ) {}

  /** Where browsers reach the server, with the context path. */
  get publicUrl(): string {
    return this.address.publicUrl;
  }

  /** Is this the origin of our own pages? `origins` also has those of others. */
  isOwnOrigin(origin: string): boolean {
    return this.originsOf(this.publicUrl).includes(origin);
  }

  /** As `publicUrl`, under the name that a browser calls us by, where that is one of ours. */
  ownAddressFor(host: string | undefined): string {
    const { origin, protocol } = new URL(this.publicUrl);
    const called = `${protocol}//${host ?? ''}`;
    return `${this.isOwnOrigin(called) ? called : origin}${this.context}`;
  }

  get loginAddress(): string {
    return `${this.context}/auth/login`;
  }
}
