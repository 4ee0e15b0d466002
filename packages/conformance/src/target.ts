/** The server that is asked, and what is known of it. */
import type { ProofMode } from './exchange.js';
import { defaultSettings, type Settings } from './settings.js';

/** Who can log in by the standard mode. */
export interface Account {
  readonly username: string;
  readonly password: string;
}

/** The parts that accounts play. Of those that are missing, the exchanges are skipped. */
export interface Accounts {
  /** Sees `project` but not `hiddenProject`, and may change the password. Stories change it, and change it back. */
  readonly user: Account;
  /** Another one like it. */
  readonly colleague?: Account;
  readonly disabled?: Account;
  /** May see to the sessions, accounts and API tokens of others. */
  readonly administrator?: Account;
  /** A story removes it for good. */
  readonly leaver?: Account;
  /** Has an expired password. A story changes it for good. */
  readonly expired?: Account;
  /** Has to choose a new password. A story changes it for good. */
  readonly mustChange?: Account;
  /** May not change the password. */
  readonly fixedPassword?: Account;
  /** May not log in by the standard mode. */
  readonly withoutStandard?: Account;
  /** Of the directory of mode 16: somebody who gets in, by a link or an import. */
  readonly directoryUser?: Account;
  /** Of the directory: somebody who is neither linked nor may be imported. */
  readonly directoryStranger?: Account;
  /** Of the directory: has an expired password, and the directory says so. */
  readonly directoryExpired?: Account;
  /** Of the directory: has to choose a new password, and the directory says so. */
  readonly directoryMustChange?: Account;
  /** Of the directory: locked. */
  readonly directoryLocked?: Account;
}

/** A project of the server. */
export interface KnownProject {
  /** 32 hexadecimal digits. */
  readonly id: string;
  readonly name: string;
}

/** Makes the headers that prove who somebody is: those of a proxy, or a ticket. Called once for each request. */
export type Proof = () => ProofHeaders | Promise<ProofHeaders>;
export type ProofHeaders = Readonly<Record<string, string>>;

/** Who can prove himself to a mode whose proof is in headers. */
export interface Proofs {
  /** Of `accounts.user`. */
  readonly user: Proof;
  /** Of somebody whom the mode knows, and who has no account. */
  readonly stranger?: Proof;
}

/** A server, with what it takes to talk to it. */
export interface Target {
  /** Address of the Library, with or without `/api`. */
  readonly baseUrl: string;
  readonly accounts: Accounts;
  readonly project?: KnownProject;
  readonly hiddenProject?: KnownProject;
  /** Number of a privilege that the server knows, as text. */
  readonly privilege?: { readonly id: string };
  /** Holds the credential that administrates without a session. */
  readonly operator?: Account;
  /** An origin whose pages may call. */
  readonly origin?: { readonly allowed: string };
  /** By the number of the mode. Of those that are missing, the exchanges are skipped. */
  readonly proofs?: Partial<Readonly<Record<ProofMode, Proofs>>>;
  /** A client of an OpenID provider, and an ID token for it that names the user: another one each time it is read. */
  readonly oidc?: { readonly clientId: string; readonly idToken: string };
  /** What differs from `defaultSettings`. */
  readonly settings?: Partial<Settings>;
  /** Lets this many milliseconds pass at the server at once. */
  readonly advance?: (ms: number) => void | Promise<void>;
}

export function settingsOf(target: Target): Settings {
  return { ...defaultSettings, ...target.settings };
}

/** Of every placeholder that a target can stand for, the value: `user.username`, `project.id`, `server.context`. */
export function valuesOf(target: Target): ReadonlyMap<string, string> {
  const { accounts, project, hiddenProject, privilege, operator: known, origin, oidc } = target;
  const operator = known && {
    ...known,
    authorization: basicOf(known),
    wrongAuthorization: basicOf({ ...known, password: `${known.password}?` }),
  };
  const {
    'server.context': context,
    'iserver.iServerVersion': iServer,
    'iserver.webVersion': web,
  } = settingsOf(target);
  const named = { ...accounts, project, hiddenProject, privilege, operator, origin, oidc };
  const values = new Map([
    ['server.context', context],
    ['iserver.iServerVersion', iServer],
    ['iserver.webVersion', web],
  ]);
  for (const [name, thing] of Object.entries(named)) {
    for (const [member, value] of Object.entries(thing ?? {})) values.set(`${name}.${member}`, String(value));
  }
  return values;
}

const things =
  'user|colleague|administrator|leaver|disabled|expired|mustChange|fixedPassword|withoutStandard|directoryUser|directoryStranger|directoryExpired|directoryMustChange|directoryLocked|project|hiddenProject|privilege|operator|origin|oidc';
const fixture = new RegExp(`\\{\\{((?:${things})\\.\\w+)\\}\\}`, 'g');

/** The first thing that this data speaks of and the target does not have, in words. */
export function thingMissing(data: unknown, target: Target): string | undefined {
  const values = valuesOf(target);
  const spokenOf = [...JSON.stringify(data).matchAll(fixture)].map(([, name = '']) => name);
  const missing = spokenOf.find((name) => !values.has(name));
  return missing && `the target names no ${missing.split('.', 1)[0] ?? missing}`;
}

/** RFC 7617, in UTF-8. */
function basicOf({ username, password }: Account): string {
  return `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
}

/** Address of the API, without a slash at its end. */
export function apiBaseOf({ baseUrl }: Target): string {
  const lib = baseUrl.replace(/\/+$/, '').replace(/\/api$/, '');
  return `${lib}/api`;
}
