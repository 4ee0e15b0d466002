import { Counter, Gauge, type Registry } from 'prom-client';

/** The server's own certificate. Without TLS the gauge has no value. */
export class TlsMetrics {
  readonly #expires: Gauge;
  readonly #reloads: Counter<'result'>;

  constructor(registry: Registry) {
    this.#expires = new Gauge({
      name: 'mstr_auth_tls_certificate_expiry_timestamp_seconds',
      help: 'When the certificate that is in use expires, in seconds since the epoch.',
      registers: [registry],
    });
    this.#expires.remove(); // or it would be 0 until it is set: an expired certificate
    this.#reloads = new Counter({
      name: 'mstr_auth_tls_reloads_total',
      help: 'Changes of the certificate files, by result: used, or refused where the former certificate stays in use.',
      labelNames: ['result'],
      registers: [registry],
    });
  }

  inUse(expiresAtMs: number): void {
    this.#expires.set(expiresAtMs / 1000);
  }

  reloaded(result: 'used' | 'refused'): void {
    this.#reloads.inc({ result });
  }
}
