import type { Clock } from './clock.js';
import { BrowserLoginError } from './errors/browser-login-error.js';

const pollMs = 300;

/** A window for a login. */
export interface PopupWindow {
  /** Of the page that logs somebody in, and tells its opener. */
  readonly address: URL;
  /** In CSS pixels. */
  readonly width: number;
  readonly height: number;
}

/**
 * Opens the window at once, so that it counts as the click's that led here, and waits until its page says that somebody is
 * logged in.
 *
 * @param over Aborted at the end of the login, however it ends: the window is closed then.
 * @returns whether the page has said so; otherwise the window was closed, or its page is cut off from this one
 * @throws {BrowserLoginError} popupBlocked
 */
export function signedInByPopup(
  { address, width, height }: PopupWindow,
  clock: Clock,
  over: AbortSignal,
): Promise<boolean> {
  const popup = window.open(address, '_blank', `popup,width=${width},height=${height}`);
  if (popup === null) {
    throw new BrowserLoginError('popupBlocked', 'The browser opened no window: ask in the handler of a click');
  }
  return new Promise((resolve) => {
    const hear = ({ source, origin, data }: MessageEvent<{ readonly type?: unknown } | null>) => {
      if (source === popup && origin === address.origin && data?.type === 'mstr-auth-signed-in') resolve(true);
    };
    window.addEventListener('message', hear);
    let cancel: () => void;
    const look = (wasClosed: boolean) => {
      // Once more: what the page said before it closed may still be on its way.
      if (wasClosed) resolve(false);
      else cancel = clock.after(pollMs, () => look(popup.closed));
    };
    look(false);
    over.addEventListener('abort', () => {
      window.removeEventListener('message', hear);
      cancel();
      popup.close();
    });
  });
}
