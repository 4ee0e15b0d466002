/** What a server is set to, as far as exchanges depend on it. The keys are those of the server's configuration. */
export interface Settings {
  /** Numbers of the enabled login modes. */
  readonly 'auth.modes.available': readonly number[];
  readonly 'auth.modes.default': number;
  readonly 'auth.modes.changeable': boolean;
  /** Are there settings of a directory? */
  readonly 'auth.ldap': 'configured' | 'missing';
  readonly profile: 'exact' | 'vendor';
  readonly 'errorCodes.style': 'short' | 'long';
  readonly 'session.requireCookie': boolean;
  readonly 'session.timeoutSeconds': number;
  readonly 'session.absoluteTimeoutSeconds': number;
  readonly 'iserver.maxUserConnectionIdleTime': number;
  readonly 'iserver.maxUserConnectionPerServer': number;
  readonly 'iserver.maxSessionsPerUser': number;
  readonly 'iserver.maxProjectSessionsPerUser': number;
  readonly 'iserver.iServerVersion': string;
  readonly 'iserver.webVersion': string;
  readonly 'logout.scope': 'session' | 'user';
  readonly 'identityToken.lifetimeSeconds': number;
  readonly 'identityToken.singleUse': boolean;
  readonly 'guessing.enabled': boolean;
  readonly 'guessing.nameAndNetwork.freeFailures': number;
  readonly 'apiTokens.lifetimeMinutes': number;
  readonly 'apiTokens.maximumLifetimeMinutes': number;
  readonly 'apiTokens.selfRenewal': boolean;
  readonly 'passwords.minimumLength': number;
  readonly 'passwords.requiredClasses': number;
  readonly 'passwords.history': number;
  readonly 'passwords.lockout.afterFailures': number;
  readonly 'passwords.lockout.forMinutes': number;
  readonly 'server.context': string;
  readonly 'server.maximumBodyBytes': number;
  readonly 'server.maximumAddressLength': number;
}

/** The settings of a server that was told nothing but to let guests in. */
export const defaultSettings: Settings = {
  'auth.modes.available': [1, 8],
  'auth.modes.default': 1,
  'auth.modes.changeable': true,
  'auth.ldap': 'missing',
  profile: 'exact',
  'errorCodes.style': 'short',
  'session.requireCookie': true,
  'session.timeoutSeconds': 1800,
  'session.absoluteTimeoutSeconds': 86_400,
  'iserver.maxUserConnectionIdleTime': 600,
  'iserver.maxUserConnectionPerServer': -1,
  'iserver.maxSessionsPerUser': -1,
  'iserver.maxProjectSessionsPerUser': -1,
  'iserver.iServerVersion': '11.5.0600.00000',
  'iserver.webVersion': '11.5.0600.00000',
  'logout.scope': 'session',
  'identityToken.lifetimeSeconds': 60,
  'identityToken.singleUse': true,
  'guessing.enabled': true,
  'guessing.nameAndNetwork.freeFailures': 5,
  'apiTokens.lifetimeMinutes': 43_200,
  'apiTokens.maximumLifetimeMinutes': 525_600,
  'apiTokens.selfRenewal': false,
  'passwords.minimumLength': 15,
  'passwords.requiredClasses': 0,
  'passwords.history': 0,
  'passwords.lockout.afterFailures': 0,
  'passwords.lockout.forMinutes': 30,
  'server.context': '/MicroStrategyLibrary',
  'server.maximumBodyBytes': 65_536,
  'server.maximumAddressLength': 4096,
};

/** Settings that something depends on. The list of available modes has to hold at least these. */
export type SettingsWanted = Partial<Settings> & {
  /** Login modes that must not be enabled. */
  readonly 'auth.modes.unavailable'?: readonly number[];
};

/** The first setting that is not as wanted, in words; undefined where all are. */
export function settingMissing(wanted: SettingsWanted, given: Settings): string | undefined {
  const { 'auth.modes.available': on = [], 'auth.modes.unavailable': off = [], ...others } = wanted;
  const enabled = given['auth.modes.available'];
  const missing = on.find((mode) => !enabled.includes(mode));
  if (missing !== undefined) return `login mode ${missing} is not enabled`;
  const surplus = off.find((mode) => enabled.includes(mode));
  if (surplus !== undefined) return `login mode ${surplus} is enabled`;
  const different = Object.entries(others).find(([key, value]) => given[key as keyof Settings] !== value);
  return different && `${different[0]} is not ${String(different[1])}`;
}
