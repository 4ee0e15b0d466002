/** What the process is told that floods a server. */
import type { LoadRequest } from './load-order.js';

export type FloodOrder =
  | (Common & {
      /** Each connection sends the request again and again. */
      readonly kind: 'requests';
      /** Of every answer. */
      readonly status: number;
    })
  /** Each connection sends it once and keeps the connection, or sends it a byte at a time and never ends. */
  | (Common & { readonly kind: 'idle' | 'slow' });

interface Common {
  readonly connections: number;
  readonly request: LoadRequest;
}
