import { Control, type BerReader } from 'ldapts';

/** What a directory says of a password at a bind. Source: draft-behera-ldap-password-policy-11 section 6.2. */
export type PolicyError = 'passwordExpired' | 'accountLocked' | 'changeAfterReset' | 'other';

const errors: readonly PolicyError[] = ['passwordExpired', 'accountLocked', 'changeAfterReset'];

const tags = { sequence: 0x30, warning: 0xa0, error: 0x81 } as const;

/** Asks for that, and holds the answer. One for each bind. */
export class PasswordPolicyControl extends Control {
  static readonly type = '1.3.6.1.4.1.42.2.27.8.5.1';
  error: PolicyError | undefined;

  constructor() {
    super(PasswordPolicyControl.type);
  }

  override parseControl(reader: BerReader): void {
    reader.readSequence(tags.sequence);
    if (reader.peek() === tags.warning) reader.readString(tags.warning, true);
    if (reader.peek() !== tags.error) return;
    const number = reader.readTag(tags.error);
    if (number !== null) this.error = errors[number] ?? 'other';
  }
}
