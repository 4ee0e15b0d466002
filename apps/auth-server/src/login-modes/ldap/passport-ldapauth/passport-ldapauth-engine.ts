import type { Strategy } from 'passport';
import type { Clock } from '../../../clock/clock.js';
import { firstNameValue } from '../../distinguished-name.js';
import { until, withDeadline } from '../deadline.js';
import { DirectoryDown } from '../directory-down.js';
import { silent, unknownPerson, type Answer, type LdapEngine, type Tell } from '../engine.js';
import { entryOf } from '../entry.js';
import { Failover } from '../failover.js';
import { rejectionOf } from '../refusals.js';
import type { FileContents } from '../settings-files.js';
import type { LdapSettings } from '../settings.js';
import { Turns } from '../turns.js';
import { loadLdapStrategy } from './load-strategy.js';
import { strategyOptions, words } from './strategy-options.js';

interface Server {
  readonly url: string;
  readonly strategy: Strategy;
}

/**
 * The engine for compatibility: passport-ldapauth as it is, one strategy a server. What it does otherwise than the engine
 * by default is listed in docs/login-modes/ldap.md.
 * @throws Error where the package is missing
 */
export function passportLdapauthEngine(settings: LdapSettings, files: FileContents): (clock: Clock) => LdapEngine {
  const LdapStrategy = loadLdapStrategy(settings.modulesFrom);
  const { timeouts, pool, servers: urls } = settings;
  return (clock) => {
    const servers = urls.map((url) => ({ url, strategy: new LdapStrategy(strategyOptions(url, settings, files)) }));
    const failover = new Failover<Server>(servers, clock, timeouts.restMs);
    const turns = new Turns(pool.connections, pool.maximumWaiting);
    return {
      check: (username, password, tell = silent) =>
        withDeadline(timeouts.loginMs, (signal) =>
          turns.take(signal, () =>
            failover.run(signal, async ({ url, strategy }) => {
              const answer = await until(signal, run(strategy, { username, password }, settings));
              told(answer, url, tell);
              return answer;
            }),
          ),
        ),
      close: () => Promise.resolve(),
    };
  };
}

/** One run of the strategy, on an object of its own. It gets two strings, and neither query nor headers. */
function run(
  strategy: Strategy,
  body: { readonly username: string; readonly password: string },
  settings: LdapSettings,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const outcomes = {
      success: (user: Readonly<Record<string, unknown>>) => resolve(known(user, settings)),
      fail: (info: { readonly message?: string }) => {
        try {
          resolve(refused(info.message ?? ''));
        } catch (error) {
          reject(error);
        }
      },
      error: (error: unknown) => {
        if (typeof error === 'string' && error.startsWith('unexpected number of matches'))
          resolve(unknownPerson(error));
        else reject(new DirectoryDown(error instanceof Error ? error.message : String(error), { cause: error }));
      },
    };
    const attempt = Object.assign(
      Object.create(strategy) as { authenticate(request: object, options: object): void },
      outcomes,
    );
    attempt.authenticate({ body }, words);
  });
}

/** The strategy tells in words of ours what it was told, since it is asked for them. */
function refused(word: string): Answer {
  if (word === words.noSuchObject) throw new DirectoryDown('the base of the search is not there');
  if (word === words.invalidCredentials) return unknownOrWrong;
  const code = word === words.constraintViolation ? 19 : 49;
  const rejection = rejectionOf({ code, message: word, policy: undefined });
  return rejection === undefined ? unknownOrWrong : { kind: 'refused', rejection };
}

const unknownOrWrong: Answer = { kind: 'refused', rejection: { problem: 'wrongCredentials' } };

function known(
  { dn, _groups: found, ...attributes }: Readonly<Record<string, unknown>>,
  settings: LdapSettings,
): Answer {
  const entry = entryOf(String(dn), texts(attributes));
  if (settings.groups === 'none' || settings.groupLookup === undefined) {
    return { kind: 'known', person: { entry, groups: undefined } };
  }
  const { memberOf, nameAttribute } = settings.groupLookup;
  const listed = memberOf ? entry.values('memberOf').map((group) => firstNameValue(group) ?? '') : [];
  const searched = Array.isArray(found) ? (found as readonly Readonly<Record<string, unknown>>[]) : []; // entries, as above
  const names = searched.map((group) => entryOf(String(group['dn']), texts(group)).values(nameAttribute)[0] ?? '');
  const groups = [...new Set([...listed, ...names])].filter((name) => name !== '');
  return { kind: 'known', person: { entry, groups } };
}

/** The strategy's own members of an entry, such as its controls, are no attributes. */
function texts(attributes: Readonly<Record<string, unknown>>): Record<string, string | readonly string[]> {
  const isText = (value: unknown): value is string => typeof value === 'string';
  const entries = Object.entries(attributes).map(([name, value]) => [name, [value].flat().filter(isText)]);
  return Object.fromEntries(entries) as Record<string, readonly string[]>;
}

function told(answer: Answer, url: string, tell: Tell): void {
  if (answer.kind === 'refused') tell(`passport-ldapauth at ${url}: refused`);
  else {
    tell(`passport-ldapauth at ${url}: the password of ${answer.person.entry.dn} is right`);
    for (const group of answer.person.groups ?? []) tell(`group "${group}"`);
  }
}
