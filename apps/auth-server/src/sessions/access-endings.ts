/** Which users lost their access while a login was under way, which knows only how things were when it began. */
export class AccessEndings {
  readonly #watches = new Set<AccessWatch>();

  /** Begins to watch. What it returns has to be closed. */
  watch(): AccessWatch {
    const watch = new AccessWatch((closed) => this.#watches.delete(closed));
    this.#watches.add(watch);
    return watch;
  }

  /** @param except a login that has itself ended the access of others by the same name */
  note(userId: string, except?: AccessWatch): void {
    for (const watch of this.#watches) if (watch !== except) watch.note(userId);
  }
}

/** From its beginning to its closing. It begins when it is made, and may begin anew. */
export class AccessWatch {
  readonly #ended = new Set<string>();
  readonly #onClose: (watch: AccessWatch) => void;

  constructor(onClose: (watch: AccessWatch) => void) {
    this.#onClose = onClose;
  }

  note(userId: string): void {
    this.#ended.add(userId);
  }

  /** What has ended up to now is no matter any more: whatever is looked at from here on shows it. */
  begin(): void {
    this.#ended.clear();
  }

  /** Has this user lost his access since? */
  saw(userId: string): boolean {
    return this.#ended.has(userId);
  }

  close(): void {
    this.#onClose(this);
  }
}
