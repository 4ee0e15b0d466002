/** What administrators do with login modes: look, and switch them on and off. Source: docs/protocol section 3.15, decision 13. */
import type { LoginModesRequest } from '@mstr-rest/protocol';
import type { Audit } from '../audit/audit.js';
import type { From } from '../audit/audit-event.js';
import type { EngineSession } from '../engine-sessions/engine-session.js';
import { Problem } from '../errors/problem.js';
import { checkChoice } from '../login/choice-rules.js';
import type { ModeChoice, ModeChoices } from '../login/mode-choices.js';
import type { OpenModes } from '../login/open-modes.js';
import { isAdministrator } from '../privileges/administrator.js';
import type { UserDirectory } from '../users/user-directory.js';

/** Who asks, and from where: somebody in a session, or the operator, by name. */
export type Asker = From & ({ readonly session: EngineSession } | { readonly operator: string });

export class LoginModeRequests {
  /** @param alone modes that must be the only one */
  constructor(
    private readonly choices: ModeChoices,
    private readonly open: OpenModes,
    private readonly users: UserDirectory,
    private readonly audit: Audit,
    private readonly alone: readonly number[],
  ) {}

  /** What counts at this moment. @throws Problem privilegeMissing, serviceUnavailable */
  async current(asker: Asker): Promise<ModeChoice> {
    await this.#checkPrivilege(asker);
    return this.choices.current();
  }

  /**
   * Chooses, for all nodes that share the users. Sessions go on.
   * @throws Problem privilegeMissing, loginModeUnknown, inputInvalid, serviceUnavailable
   */
  async choose(asker: Asker, { availableModes, defaultMode }: LoginModesRequest): Promise<void> {
    await this.#checkPrivilege(asker);
    const after = { available: availableModes, default: defaultMode };
    if (this.choices.changeable) {
      checkChoice(after, this.open, this.alone);
      if ('session' in asker) checkWayBack(after, asker.session);
    }
    const before = await this.choices.change(after);
    this.audit.record({ event: 'loginModesChanged', ...actorOf(asker), before, after });
  }

  async #checkPrivilege(asker: Asker): Promise<void> {
    if (!('session' in asker)) return;
    if (isAdministrator(await this.users.grantsOf(asker.session.user.id))) return;
    throw new Problem('privilegeMissing', { message: 'Only an administrator may manage login modes' });
  }
}

/** Who has shown that he gets in by a mode can undo what he does as long as it stays on. The operator needs no mode. */
function checkWayBack({ available }: ModeChoice, { loginMode }: EngineSession): void {
  if (available.includes(loginMode)) return;
  throw new Problem('inputInvalid', {
    message:
      `availableModes must hold ${loginMode}, the login mode of this session: ` +
      'log in by another mode before you switch it off',
  });
}

function actorOf(asker: Asker) {
  const { ip, requestId } = asker;
  if ('operator' in asker) return { operator: asker.operator, ip, requestId };
  const { id: sessionId, user } = asker.session;
  return { byUserId: user.id, loginName: user.loginName, sessionId, ip, requestId };
}
