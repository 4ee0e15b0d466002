import type { Client } from '../client.js';

/** Logs a client out when its page goes away. The browser sends the request even then. Source: fetch standard, keepalive. */
export function leaveOnPageHide(client: Client): void {
  const close = (): void => void client.close();
  client.on('loggedIn', () => addEventListener('pagehide', close));
  client.on('loggedOut', () => removeEventListener('pagehide', close));
}
