import type { Logger } from 'pino';
import type { Clock } from '../clock/clock.js';
import type { TlsMetrics } from '../metrics/tls-metrics.js';
import { objectionTo, readCertificate, type Certificate, type CertificateFiles } from './certificate.js';

/** Reading two small files costs less than a request, and sees what a watch misses: swapped links, network file systems. */
const everyMs = 1000;

interface Following {
  /** Takes a new certificate into use, for connections from now on. */
  readonly use: (certificate: Certificate) => void;
  readonly log: Logger;
  readonly clock: Clock;
  readonly metrics: TlsMetrics | undefined;
}

/**
 * Looks at the files again and again, and uses what they hold once it has been the same for two looks: between them
 * somebody may have written one file and not yet the other. What is broken is logged, and the former certificate stays.
 * @returns what ends it
 */
export function followCertificate(files: CertificateFiles, used: Certificate, { use, log, clock, metrics }: Following) {
  let settled = fingerprint(used);
  let seen = settled;
  const look = () => {
    const read = attempt(files);
    const now = read instanceof Error ? read.message : fingerprint(read);
    const isNew = now !== settled && now === seen;
    seen = now;
    if (!isNew) return;
    settled = now;
    if (read instanceof Error) {
      metrics?.reloaded('refused');
      log.error({ reason: read.message }, 'the new certificate cannot be used: the former one stays in use');
      return;
    }
    use(read);
    metrics?.reloaded('used');
    metrics?.inUse(read.validTo);
    const validTo = new Date(read.validTo).toISOString();
    log.info({ validTo }, 'a new certificate is in use');
    const objection = objectionTo(read, clock.now());
    if (objection !== undefined) log.warn(objection);
  };
  const timer = setInterval(look, everyMs);
  timer.unref();
  return () => clearInterval(timer);
}

function attempt(files: CertificateFiles): Certificate | Error {
  try {
    return readCertificate(files);
  } catch (error) {
    return error as Error; // it throws nothing else
  }
}

function fingerprint({ cert, key }: Certificate): string {
  return `${cert}\0${key}`;
}
