/** One server of a directory does not do its work: it cannot be reached, is silent, or refuses what it must answer. */
export class DirectoryDown extends Error {
  override readonly name = 'DirectoryDown';
  /** It let time pass: asking it again would take as long. */
  readonly isLate: boolean;

  constructor(
    message: string,
    { isLate = false, cause }: { readonly isLate?: boolean; readonly cause?: unknown } = {},
  ) {
    super(message, { cause });
    this.isLate = isLate;
  }
}
