import { BrowserLoginError } from './errors/browser-login-error.js';

/** How a person comes to the address of a login. */
export interface Showing {
  /** Opens the address in a browser. Default is the system's own one. */
  readonly open?: ((url: string) => unknown) | undefined;
  /**
   * Gets the address, for a person to open it himself, in a browser of this machine. If it is given, a browser that cannot
   * be opened does not end the login.
   */
  readonly onUrl?: ((url: string) => unknown) | undefined;
}

/**
 * Shows the address to the person, and waits for what comes of it.
 *
 * @throws {BrowserLoginError} notOpened. Whatever `answered` rejects with.
 */
export function shown<Answer>(url: string, { open, onUrl }: Showing, answered: Promise<Answer>): Promise<Answer> {
  onUrl?.(url);
  return Promise.race([answered, failureToOpen(url, open ?? openSystemBrowser, onUrl !== undefined)]);
}

/** Opens the browser. Settles only if that fails, and matters. */
function failureToOpen(url: string, open: (url: string) => unknown, mayFail: boolean): Promise<never> {
  return new Promise((_, reject) => {
    (async () => open(url))().catch((cause: unknown) => {
      if (!mayFail) reject(new BrowserLoginError('notOpened', 'No browser could be opened', { cause }));
    });
  });
}

async function openSystemBrowser(url: string): Promise<void> {
  // Loaded when it is needed: few programs log in like this.
  const { default: openUrl } = await import('open');
  await openUrl(url);
}
