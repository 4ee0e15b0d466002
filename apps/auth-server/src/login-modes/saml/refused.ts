/** What came from an identity provider, or claims to, is not believed. */
export class Refused extends Error {
  /** @param message what exactly was wrong, in words of ours: it goes to the audit, so never a part of what came */
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'Refused';
  }
}
