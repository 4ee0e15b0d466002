/**
 * Sites of several names behind TLS, each in front of a server of plain HTTP on this machine.
 *
 *     const sites = await openHttpsSites({ 'bi.example.com': serverPort, 'app.example.org': appPort });
 *     sites.origin('bi.example.com'); // https://bi.example.com:40123
 */
import { createHash, X509Certificate } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAuthority, createServerCertificate } from './certificates.js';
import { openHttpsFront, type HttpsFront } from './https-front.js';

export interface HttpsSites {
  origin(name: string): string;
  /** With it Chromium trusts the sites, as it has to before it negotiates: to bear with an error is not enough. */
  readonly chromiumArgument: string;
  close(): Promise<void>;
}

/** @param ports of 127.0.0.1 by the name of the site; nobody has to listen there yet */
export async function openHttpsSites(ports: Readonly<Record<string, number>>): Promise<HttpsSites> {
  const folder = mkdtempSync(join(tmpdir(), 'sites-'));
  const authority = await createAuthority(folder, 'authority');
  const names = Object.keys(ports).map((name) => `DNS:${name}`);
  const certificate = await createServerCertificate(folder, 'server', names.join(','), authority);
  const fronts = new Map<string, HttpsFront>();
  for (const [name, port] of Object.entries(ports)) fronts.set(name, await openHttpsFront(certificate, () => port));
  const { publicKey } = new X509Certificate(readFileSync(certificate.certificateFile));
  const keyHash = createHash('sha256')
    .update(publicKey.export({ type: 'spki', format: 'der' }))
    .digest('base64');
  rmSync(folder, { recursive: true, force: true });
  return {
    chromiumArgument: `--ignore-certificate-errors-spki-list=${keyHash}`,
    origin(name) {
      const front = fronts.get(name);
      if (front === undefined) throw new Error(`there is no site ${name}`);
      return `https://${name}:${front.port}`;
    },
    async close() {
      for (const front of fronts.values()) await front.close();
    },
  };
}
