/** What a command is given by the process that runs it. */
export interface Process {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** For results. */
  readonly out: (text: string) => void;
  /** For what is under way. */
  readonly note: (text: string) => void;
  /** Is somebody looking, so that a line may be written over? */
  readonly isWatched: boolean;
  /** Somebody wants it to end: Ctrl-C, or SIGTERM. */
  readonly interrupted: AbortSignal;
}
