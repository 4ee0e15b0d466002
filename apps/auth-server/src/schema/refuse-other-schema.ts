/** Which databases this version can work with, by the migrations that they have seen. */

/** What a database is opened for: for reading it is left as it is, else it is made or brought up to date. */
export type Access = 'write' | 'read';

/**
 * @param executed names of the migrations that a database has seen, in their order
 * @param known names of those of this version
 * @throws Error where another version has to be used, or has to come first
 */
export function refuseOtherSchema(executed: readonly string[], known: readonly string[], access: Access): void {
  if (executed.some((name) => !known.includes(name))) {
    throw new Error(
      `a newer version of this server has written it: its schema is at ${executed.at(-1)}, ` +
        `and this version knows up to ${known.at(-1)}. Start the newer version, or restore a backup.`,
    );
  }
  if (access === 'read' && executed.length < known.length) {
    throw new Error('an older version of this server has written it. Start this version once, or use the older one.');
  }
}
