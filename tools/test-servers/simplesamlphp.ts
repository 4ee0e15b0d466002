/**
 * Starts a real SAML identity provider for a test, SimpleSAMLphp, with own folder, key and port, and two people in it.
 *
 *     const idp = await startSimpleSamlPhp({ entityId, ssoUrl, logoutUrl });
 *     afterAll(() => idp.stop());
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSigningKey } from './certificates.js';
import { freePorts } from './free-port.js';
import { ServerProcess } from './server-process.js';

/** Where Debian has it. Without it a suite is skipped. */
export const simpleSamlPhpFolder = '/usr/share/simplesamlphp/www';

/** The server that asks it. */
export interface TrustedServer {
  readonly entityId: string;
  readonly ssoUrl: string;
  readonly logoutUrl: string;
  /** PEM: requests must be signed by its key. */
  readonly signedBy?: string;
  /** PEM: assertions are encrypted for its key. */
  readonly encryptFor?: string;
  /** How messages of single logout go, both ways, and no other way. By default the provider prefers redirects. */
  readonly logoutBinding?: LogoutBinding;
}

export type LogoutBinding = 'HTTP-Redirect' | 'HTTP-POST';

/** Where browsers reach it, if that is not the port itself: behind TLS, under another name. */
export interface BehindTls {
  readonly port: number;
  readonly origin: string;
}

export interface SimpleSamlPhp {
  /** For our server, which knows no authority of a test: always plain HTTP on this machine. */
  readonly metadataUrl: string;
  /** Of its pages. */
  readonly origin: string;
  readonly entityId: string;
  /** Starts the single logout of the browser that opens it. */
  readonly logoutUrl: string;
  /** From now on it signs with a new key. */
  rotate(): Promise<void>;
  stop(): Promise<void>;
}

/** Everybody's password. */
export const samlPassword = 'a password at the provider';

export async function startSimpleSamlPhp(server: TrustedServer, behind?: BehindTls): Promise<SimpleSamlPhp> {
  const folder = mkdtempSync(join(tmpdir(), 'simplesamlphp-'));
  const [free = 0] = behind === undefined ? await freePorts(1) : [];
  const { port, origin: url } = behind ?? {
    port: free,
    // Not the name by which tests call our own server: for a browser it is another site.
    origin: `http://localhost:${free}`,
  };
  for (const name of ['config', 'metadata', 'sessions', 'log', 'temp', 'data']) mkdirSync(join(folder, name));
  const rotate = async (name: string) => {
    await createSigningKey(folder, name);
    writeFileSync(join(folder, 'metadata/saml20-idp-hosted.php'), hosted(name, server.logoutBinding));
  };
  await rotate('first');
  writeFileSync(join(folder, 'config/config.php'), configuration(folder, url, behind !== undefined));
  writeFileSync(join(folder, 'config/authsources.php'), people);
  writeFileSync(join(folder, 'metadata/saml20-sp-remote.php'), remote(server));
  const metadataUrl = `http://localhost:${port}/saml2/idp/metadata.php`;
  const process = await ServerProcess.start({
    name: 'simplesamlphp',
    command: ['php', '-S', `127.0.0.1:${port}`, '-t', simpleSamlPhpFolder],
    // Without workers, which would outlive it.
    env: { SIMPLESAMLPHP_CONFIG_DIR: join(folder, 'config') },
    isReady: () =>
      fetch(metadataUrl).then(
        ({ status }) => status === 200,
        () => false,
      ),
  });
  let keys = 1;
  return {
    metadataUrl,
    entityId: `${url}/saml2/idp/metadata.php`,
    origin: url,
    logoutUrl: `${url}/saml2/idp/SingleLogoutService.php?ReturnTo=${encodeURIComponent(`${url}/logout.php`)}`,
    rotate: () => rotate(`key${(keys += 1)}`),
    async stop() {
      await process.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const configuration = (folder: string, url: string, isSecure: boolean) => `<?php
$config = [
  'baseurlpath' => '${url}/',
  'certdir' => '${folder}/',
  'loggingdir' => '${folder}/log/',
  'datadir' => '${folder}/data/',
  'tempdir' => '${folder}/temp',
  'metadatadir' => '${folder}/metadata/',
  'metadata.sources' => [['type' => 'flatfile']],
  'technicalcontact_email' => 'na@example.org',
  'secretsalt' => 'a salt of the test',
  'auth.adminpassword' => 'an administrator of the test',
  'timezone' => 'UTC',
  'logging.handler' => 'file',
  'enable.saml20-idp' => true,
  'module.enable' => ['exampleauth' => true, 'core' => true, 'saml' => true],
  'store.type' => 'phpsession',
  'session.phpsession.savepath' => '${folder}/sessions',
  'session.cookie.secure' => ${isSecure},
  'session.cookie.samesite' => ${isSecure ? "'None'" : 'null'},
  'language.cookie.secure' => false,
  'trusted.url.domains' => [],
  'showerrors' => true,
  'errorreporting' => false,
];
`;

const people = `<?php
$config = [
  'people' => [
    'exampleauth:UserPass',
    'ann:${samlPassword}' => [
      'uid' => ['ann'], 'DisplayName' => ['Ann of SimpleSAMLphp'], 'Email' => ['ann@example.com'], 'Group' => ['Sales', 'Analysts'],
    ],
    'bea:${samlPassword}' => ['uid' => ['bea'], 'DisplayName' => ['Bea'], 'Email' => ['bea@example.com']],
  ],
];
`;

const persistent = 'urn:oasis:names:tc:SAML:2.0:nameid-format:persistent';

const allBindings: readonly LogoutBinding[] = ['HTTP-Redirect', 'HTTP-POST'];
const bindingUri = (binding: LogoutBinding) => `urn:oasis:names:tc:SAML:2.0:bindings:${binding}`;

const hosted = (key: string, logoutBinding?: LogoutBinding) => `<?php
$metadata['__DYNAMIC:1__'] = [
  'host' => '__DEFAULT__',
  'privatekey' => '${key}.key',
  'certificate' => '${key}.pem',
  'auth' => 'people',
  'SingleLogoutServiceBinding' => [${(logoutBinding === undefined ? allBindings : [logoutBinding]).map((one) => `'${bindingUri(one)}'`).join(', ')}],
  'SingleSignOnServiceBinding' => ['${bindingUri('HTTP-Redirect')}', '${bindingUri('HTTP-POST')}'],
  'authproc' => [3 => ['class' => 'saml:AttributeNameID', 'attribute' => 'uid', 'Format' => '${persistent}']],
];
`;

const base64 = (pem: string) => pem.replace(/-----[^-]+-----|\s/g, '');

const remote = ({ entityId, ssoUrl, logoutUrl, signedBy, encryptFor, logoutBinding }: TrustedServer) => `<?php
$metadata['${entityId}'] = [
  'AssertionConsumerService' => '${ssoUrl}',
  'SingleLogoutService' => [['Binding' => '${bindingUri(logoutBinding ?? 'HTTP-Redirect')}', 'Location' => '${logoutUrl}']],
  'NameIDFormat' => '${persistent}',
  'saml20.sign.response' => true,
  'saml20.sign.assertion' => true,
  'signature.algorithm' => 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
  'sign.logout' => true,
  'validate.authnrequest' => ${signedBy !== undefined},
  'validate.logout' => ${signedBy !== undefined},
  'assertion.encryption' => ${encryptFor !== undefined},
  'keys' => [
    ${signedBy === undefined ? '' : `['type' => 'X509Certificate', 'signing' => true, 'encryption' => false, 'X509Certificate' => '${base64(signedBy)}'],`}
    ${encryptFor === undefined ? '' : `['type' => 'X509Certificate', 'signing' => false, 'encryption' => true, 'X509Certificate' => '${base64(encryptFor)}'],`}
  ],
];
`;
