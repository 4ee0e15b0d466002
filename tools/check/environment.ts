/** What the commands of the check find in their environment. */
import { delimiter, join, resolve } from 'node:path';

export const root = resolve(import.meta.dirname, '../..');

/** @returns ours, without daemon, telemetry and update notices, and without colours in CI. */
export function commandEnvironment(program: string, ours: NodeJS.ProcessEnv = process.env): NodeJS.ProcessEnv {
  return {
    ...(ours['CI'] === 'true' ? withoutColours(program, ours) : ours),
    PATH: `${join(root, 'node_modules/.bin')}${delimiter}${ours['PATH'] ?? ''}`,
    NX_DAEMON: 'false',
    NX_TUI: 'false',
    REDOCLY_TELEMETRY: 'off',
    REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true',
  };
}

/** Nx turns colours on for its tasks unless FORCE_COLOR is set; for others any FORCE_COLOR, even 0, means colours. */
function withoutColours(program: string, ours: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const { NO_COLOR: _noColor, FORCE_COLOR: _forceColor, ...inherited } = ours; // Node warns where both are set
  return program === 'nx' ? { ...inherited, FORCE_COLOR: '0' } : { ...inherited, NO_COLOR: '1' };
}
