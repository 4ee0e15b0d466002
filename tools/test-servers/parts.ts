/**
 * The real parts that tests need, as data. A suite that needs one looks for the file itself, for what is shipped imports
 * no tool, and a test only those that start a server:
 *
 *     const inBrowser = existsSync('/usr/bin/chromium') ? describe : describe.skip;
 *     const withSlapd = existsSync(slapdBinary) ? describe : describe.skip; // slapdBinary is in slapd.ts
 *
 * `npm test` runs `main.ts` of this folder before the suites: it installs what it can, and names what is missing.
 */
export interface Part {
  readonly name: string;
  /** A program to be found on PATH, or a file: an absolute path, or one below the root of the repository. */
  readonly binary: string;
  readonly source: DebianPackages | NpmPackage;
  /** The files whose tests are skipped without it. */
  readonly suites: readonly string[];
}

export interface DebianPackages {
  readonly kind: 'debian';
  readonly packages: readonly string[];
}

/** A package of the npm registry, put into a folder of its own below the root of the repository. */
export interface NpmPackage {
  readonly kind: 'npm';
  readonly name: string;
  readonly folder: string;
  /** Its install script compiles it. */
  readonly isBuilt?: true;
}

export const parts: readonly Part[] = [
  {
    name: 'curl',
    binary: 'curl',
    source: { kind: 'debian', packages: ['curl', 'openssl'] },
    suites: ['apps/auth-server/test/readme.spec.ts', 'apps/auth-server/test/kerberos.spec.ts'],
  },
  {
    name: 'chromium',
    binary: '/usr/bin/chromium',
    source: { kind: 'debian', packages: ['chromium', 'openssl'] },
    suites: [
      'apps/auth-server/test/explorer.spec.ts',
      'apps/auth-server/test/kerberos-in-chromium.spec.ts',
      'apps/auth-server/test/oidc-in-chromium.spec.ts',
      'apps/auth-server/test/pages-in-chromium.spec.ts',
      'apps/auth-server/test/saml-in-chromium.spec.ts',
      'packages/client/src/chromium.spec.ts',
      'packages/client/src/popup-in-chromium.spec.ts',
      'packages/conformance/test/chromium.spec.ts',
      'packages/conformance/test/kerberos.spec.ts',
      'packages/conformance/test/logins-in-chromium.spec.ts',
      'tools/check-packages/test/published.spec.ts',
    ],
  },
  {
    name: 'node22',
    binary: 'tmp/node22/node_modules/.bin/node',
    source: { kind: 'npm', name: 'node@22', folder: 'tmp/node22' },
    suites: ['packages/conformance/test/node22.spec.ts'],
  },
  {
    name: 'nginx',
    binary: '/usr/sbin/nginx',
    source: { kind: 'debian', packages: ['nginx-light', 'openssl'] },
    suites: ['apps/auth-server/test/operations.spec.ts'],
  },
  {
    name: 'haproxy',
    binary: '/usr/sbin/haproxy',
    source: { kind: 'debian', packages: ['haproxy', 'openssl'] },
    suites: ['apps/auth-server/test/operations.spec.ts', 'apps/auth-server/test/several-nodes.spec.ts'],
  },
  {
    name: 'prometheus-client',
    binary: '/usr/lib/python3/dist-packages/prometheus_client/parser.py',
    source: { kind: 'debian', packages: ['python3', 'python3-prometheus-client'] },
    suites: ['apps/auth-server/test/metrics.spec.ts'],
  },
  {
    name: 'slapd',
    binary: '/usr/sbin/slapd',
    source: { kind: 'debian', packages: ['slapd', 'ldap-utils', 'openssl'] },
    suites: [
      'tools/test-servers/slapd.spec.ts',
      'apps/auth-server/test/ldap.spec.ts',
      'apps/auth-server/test/ldap-check.spec.ts',
      'apps/auth-server/test/ldap-outages.spec.ts',
      'apps/auth-server/test/ldap-tls.spec.ts',
      'packages/conformance/test/conformance.spec.ts',
    ],
  },
  {
    name: 'samba',
    binary: '/usr/sbin/samba',
    source: {
      kind: 'debian',
      packages: [
        'samba',
        'samba-ad-provision',
        'samba-dsdb-modules',
        'samba-vfs-modules',
        'winbind',
        'ldap-utils',
        'openssl',
      ],
    },
    suites: ['tools/test-servers/samba.spec.ts', 'apps/auth-server/test/ldap-samba.spec.ts'],
  },
  {
    name: 'postgresql',
    binary: '/usr/bin/pg_ctlcluster',
    source: { kind: 'debian', packages: ['postgresql', 'openssl'] },
    suites: [
      'tools/test-servers/postgres.spec.ts',
      'apps/auth-server/src/audit/stores/postgres/postgres-audit-store.spec.ts',
      'apps/auth-server/src/postgres/open-postgres.spec.ts',
      'apps/auth-server/src/users/directories/postgres/postgres-directory.spec.ts',
      'apps/auth-server/test/postgres-commands.spec.ts',
      'apps/auth-server/test/postgres-nodes.spec.ts',
      'apps/auth-server/test/postgres-outages.spec.ts',
    ],
  },
  {
    name: 'simplesamlphp',
    binary: '/usr/share/simplesamlphp/bin/translateAttributes.php',
    source: { kind: 'debian', packages: ['simplesamlphp', 'php-cli', 'php-xml', 'php-mbstring', 'openssl'] },
    suites: [
      'apps/auth-server/test/saml-in-chromium.spec.ts',
      'apps/auth-server/test/saml-simplesamlphp.spec.ts',
      'packages/conformance/test/conformance.spec.ts',
      'packages/conformance/test/logins-in-chromium.spec.ts',
    ],
  },
  {
    name: 'kdc',
    binary: '/usr/sbin/krb5kdc',
    source: {
      kind: 'debian',
      // The last four are what the next part is built with.
      packages: ['krb5-kdc', 'krb5-admin-server', 'krb5-user', 'libkrb5-dev', 'g++', 'make', 'python3'],
    },
    suites: [
      'tools/test-servers/kdc.spec.ts',
      'apps/auth-server/test/kerberos.spec.ts',
      'apps/auth-server/test/kerberos-in-chromium.spec.ts',
      'packages/conformance/test/kerberos.spec.ts',
    ],
  },
  {
    name: 'kerberos',
    binary: 'tmp/kerberos/node_modules/kerberos/build/Release/kerberos.node',
    source: { kind: 'npm', name: 'kerberos@7.0.0', folder: 'tmp/kerberos', isBuilt: true },
    suites: [
      'tools/test-servers/kdc.spec.ts',
      'apps/auth-server/test/kerberos.spec.ts',
      'apps/auth-server/test/kerberos-in-chromium.spec.ts',
      'packages/conformance/test/kerberos.spec.ts',
    ],
  },
  {
    name: 'redis',
    binary: '/usr/bin/redis-server',
    source: { kind: 'debian', packages: ['redis-server', 'redis-tools', 'openssl'] },
    suites: [
      'apps/auth-server/src/sessions/stores/redis/redis-session-store.spec.ts',
      'apps/auth-server/src/sessions/stores/redis/connection.spec.ts',
      'apps/auth-server/test/several-nodes.spec.ts',
      'apps/auth-server/test/redis-outages.spec.ts',
    ],
  },
  {
    name: 'redis-sentinel',
    binary: '/usr/bin/redis-sentinel',
    source: { kind: 'debian', packages: ['redis-sentinel', 'redis-tools'] },
    suites: ['apps/auth-server/test/redis-outages.spec.ts'],
  },
  {
    name: 'passport-ldapauth',
    binary: 'tmp/passport-ldapauth/node_modules/passport-ldapauth',
    source: { kind: 'npm', name: 'passport-ldapauth@3.0.1', folder: 'tmp/passport-ldapauth' },
    suites: [
      'apps/auth-server/test/ldap.spec.ts',
      'apps/auth-server/test/ldap-outages.spec.ts',
      'apps/auth-server/test/ldap-samba.spec.ts',
      'apps/auth-server/test/ldap-tls.spec.ts',
    ],
  },
];
