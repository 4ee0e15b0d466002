import { findLoginMode } from '@mstr-rest/protocol';
import { Problem } from '../errors/problem.js';
import type { ModeChoice } from './mode-choices.js';
import { isAlwaysOn, type OpenModes } from './open-modes.js';

/**
 * Can this server do what is chosen?
 * @param alone modes that must be the only one
 * @throws Problem loginModeUnknown, inputInvalid, which name the mode
 */
export function checkChoice({ available }: ModeChoice, open: OpenModes, alone: readonly number[]): void {
  for (const id of available) checkMode(id, open);
  const lonely = alone.find((id) => available.includes(id));
  if (lonely !== undefined && available.length > 1) throw refused(`Login mode ${lonely} must be the only one`);
}

function checkMode(id: number, { modes, refused: closed }: OpenModes): void {
  const mode = modes.get(id);
  if (mode !== undefined) {
    if (isAlwaysOn(mode)) throw refused(`Login mode ${id} is always on: leave it out`);
    return;
  }
  // What exactly is wrong may name files: that is in the log only.
  const without = [...closed.keys()].find((one) => one.id === id);
  if (without !== undefined) {
    throw refused(
      `Login mode ${id} cannot be switched on: its settings, auth.${without.name}, are missing or wrong. ` +
        'The log of the server says why.',
    );
  }
  if (findLoginMode(id) !== undefined) throw refused(`This server cannot serve login mode ${id}`);
  throw new Problem('loginModeUnknown', { message: `The login mode ${id} is unknown` });
}

function refused(message: string): Problem {
  return new Problem('inputInvalid', { message });
}
