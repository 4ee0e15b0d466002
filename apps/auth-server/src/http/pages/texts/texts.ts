import type { ErrorKind } from '@mstr-rest/protocol';

/** Every text of our pages in one language. */
export interface Texts {
  /** BCP 47 tag of the language. */
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly logIn: string;
  readonly userName: string;
  readonly password: string;
  readonly or: string;
  /** For people; by number of the mode. */
  readonly modes: Readonly<Record<number, string>>;
  /** Where a language has its own words for a problem; elsewhere the message of the wire is shown. */
  readonly problems: Readonly<Partial<Record<ErrorKind, string>>>;
  readonly changePassword: string;
  readonly currentPassword: string;
  readonly newPassword: string;
  readonly newPasswordAgain: string;
  readonly changeAndLogIn: string;
  readonly problem: string;
  readonly ticket: string;
  readonly tryAgain: string;
  readonly signedIn: string;
  readonly signedInAs: (name: string) => string;
  readonly youMayClose: string;
  readonly logOut: string;
  readonly embeddingCheck: string;
  readonly embeddingCheckHow: string;
  readonly embeddingCheckHere: string;
  readonly needsJavaScript: string;
  readonly allowedOrigins: string;
  readonly signedOut: string;
  readonly youAreSignedOut: string;
  readonly handover: string;
  readonly handoverAsks: (name: string) => string;
  readonly handoverWarning: string;
  readonly allow: string;
  readonly refuse: string;
  readonly somebodyElse: string;
  readonly stillSignedInElsewhere: string;
  readonly signOutAt: (host: string) => string;
}
