/** Joins what is about choosing login modes: what this server can serve, what is chosen, and who may choose. */
import type { Logger } from 'pino';
import { LoginModeRequests } from './admin/login-mode-requests.js';
import { OperatorCredential } from './admin/operator-credential.js';
import type { Audit } from './audit/audit.js';
import type { Config } from './config/config.js';
import { modesSetup } from './config/room-settings.js';
import type { Throttle } from './guessing/throttle.js';
import type { Lent, LoginMode } from './login-modes/login-mode.js';
import { EnabledModes } from './login/enabled-modes.js';
import { ModeChoices } from './login/mode-choices.js';
import { isAlwaysOn, openModes } from './login/open-modes.js';
import type { SettingsStore } from './users/settings-store.js';
import type { UserDirectory } from './users/user-directory.js';

interface Parts {
  readonly known: readonly LoginMode[];
  readonly lentTo: (loginMode: number) => Lent;
  readonly users: UserDirectory;
  readonly settings: SettingsStore;
  readonly audit: Audit;
  readonly throttle: Throttle | undefined;
  readonly log: Logger;
}

/** @throws Error that says which setting of a login mode is wrong and what was expected */
export async function joinModeAdministration(
  config: Config,
  { known, lentTo, users, settings, audit, throttle, log }: Parts,
) {
  const setup = modesSetup(config);
  const open = openModes(known, setup, lentTo);
  for (const [{ id, name }, reason] of open.refused) {
    // Without settings a mode was not meant to be served; with wrong ones it may have been.
    const line = { loginMode: id, reason };
    if (setup.settings[name] === undefined) log.debug(line, `auth.${name}: the login mode cannot be switched on`);
    else log.warn(line, `auth.${name}: the login mode cannot be switched on`);
  }
  for (const [id, { warnings = [] }] of open.opened) {
    if (setup.available.includes(id)) for (const warning of warnings) log.warn(warning);
  }
  const canBeOn = (id: number) => open.modes.has(id);
  const alwaysOn = [...open.modes.values()].filter(isAlwaysOn).map(({ id }) => id);
  const isChosen = (id: number) => !alwaysOn.includes(id);
  const { changeable, alone } = setup;
  const configured = { available: setup.available.filter(isChosen), default: setup.default };
  const choices = new ModeChoices(configured, changeable ? settings : undefined, canBeOn, log);
  await choices.announce();
  return {
    modes: new EnabledModes(open, choices),
    operator: new OperatorCredential(config.admin.basic, audit, throttle),
    loginModeRequests: new LoginModeRequests(choices, open, users, audit, alone),
  };
}
