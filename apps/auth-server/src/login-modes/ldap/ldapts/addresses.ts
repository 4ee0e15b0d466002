import type { LdapSettings } from '../settings.js';
import type { ServerAddress } from './open-socket.js';

const defaultPorts = { 'ldap:': 389, 'ldaps:': 636 } as const;

/** @param authorities PEM texts of `tls.caFiles` */
export function addressOf(
  url: string,
  { startTls, tls }: Pick<LdapSettings, 'startTls' | 'tls'>,
  authorities: readonly string[] | undefined,
): ServerAddress {
  const { protocol, hostname, port } = new URL(url);
  const isTls = protocol === 'ldaps:';
  return {
    host: hostname.replace(/^\[(.*)\]$/, '$1'),
    port: port === '' ? defaultPorts[isTls ? 'ldaps:' : 'ldap:'] : Number(port),
    security: isTls ? 'tls' : startTls ? 'startTls' : 'none',
    authorities,
    certificateName: tls.serverName,
  };
}
