import { Problem } from '../../errors/problem.js';
import type { Evidence, Identity, LoginMode, Rejection } from '../login-mode.js';
import { parseSettings } from '../parse-settings.js';
import { strategyOf } from '../strategy-of.js';
import { Acceptor, type Accepted } from './acceptor.js';
import { RealmRules } from './realm-rules.js';
import { kerberosSettings } from './settings.js';

/** A ticket for this service, in SPNEGO. Sources: docs/protocol section 6.7; RFC 4559 section 4. */
export const kerberos: LoginMode = {
  id: 128,
  name: 'kerberos',
  // A browser needs no leading elsewhere: it negotiates on the challenge, and comes with its ticket.
  doors: ['login', 'browser'],
  onPage: 'button',
  settings: kerberosSettings,
  configure(given) {
    const settings = parseSettings('auth.kerberos', kerberosSettings, given);
    const { linkByLoginName, importUsers } = settings;
    return () => {
      const acceptor = new Acceptor(settings);
      const rules = new RealmRules(settings, acceptor.realms);
      return {
        admission: { linkByLoginName, importUsers, groups: 'none' },
        strategy: strategyOf('kerberos', (evidence) => judge(evidence, acceptor, rules)),
      };
    };
  },
};

async function judge({ headers }: Evidence, acceptor: Acceptor, rules: RealmRules): Promise<Identity | Rejection> {
  const sent = tokenIn(headers['authorization']);
  if (sent === undefined) return refusal(undefined);
  let accepted: Accepted;
  try {
    accepted = await acceptor.accept(sent);
  } catch (error) {
    if (error instanceof Problem) throw error;
    return refusal(error);
  }
  const identity = rules.identityOf(accepted.principal);
  if (identity !== undefined) return { ...identity, serverProof: `Negotiate ${accepted.proof}` };
  return { problem: 'userNotLinked', cause: new Error(`no rule for the principal ${accepted.principal}`) };
}

/** What stands behind `Negotiate`; undefined where the header is missing, there twice, or of another scheme. */
function tokenIn(authorization: Evidence['headers'][string]): string | undefined {
  if (typeof authorization !== 'string') return undefined;
  const [scheme = '', token, ...more] = authorization.split(' ', 3);
  return scheme.toLowerCase() === 'negotiate' && more.length === 0 ? token : undefined;
}

function refusal(cause: unknown): Rejection {
  return { problem: 'integratedLoginFailed', challenge: 'Negotiate', cause };
}
