/** The command `audit`: what a server has recorded, also while it runs. */
import { Command, InvalidArgumentError, Option } from 'commander';
import { auditEventNames, type AuditEventName } from './audit/audit-event.js';
import { defaultLimit } from './audit/audit-store.js';
import { jsonLineOf, textLineOf } from './audit/event-lines.js';
import { dayMs } from './audit/open-audit.js';
import { openAuditStore } from './audit/open-audit-store.js';
import type { Clock } from './clock/clock.js';
import { parseConfig } from './config/parse-config.js';
import { readConfig, type Options } from './config/read-config.js';
import { auditPlace } from './places.js';

export interface AuditOptions extends Options {
  /** Milliseconds since the epoch. */
  readonly since?: number;
  readonly until?: number;
  /** Milliseconds before now; instead of `since`. */
  readonly last?: number;
  readonly user?: string;
  readonly event?: AuditEventName;
  readonly session?: string;
  readonly ip?: string;
  readonly limit?: number;
  readonly json?: boolean;
}

/** @param write gets the lines */
export function auditCommand(clock: Clock, write: (text: string) => void): Command {
  return new Command('audit')
    .description('Shows who logged in, out or failed to, oldest first. Works while the server runs.')
    .addOption(
      new Option('--since <time>', 'from this time on, such as 2026-01-31 or 2026-01-31T12:00Z').argParser(timeOf),
    )
    .addOption(new Option('--until <time>', 'before this time').argParser(timeOf))
    .addOption(new Option('--last <duration>', 'the last 30m, 24h or 7d').argParser(durationOf).conflicts('since'))
    .option('--user <name>', 'login name or id')
    .addOption(new Option('--event <name>', 'kind of event').choices(auditEventNames))
    .option('--session <id>', 'public id of the session')
    .option('--ip <address>', 'address of the caller')
    .addOption(new Option('--limit <number>', 'the newest so many').argParser(limitOf).default(defaultLimit))
    .option('--json', 'one JSON object a line')
    .action(async (_options, command: Command) => {
      const lines = await auditLines(command.optsWithGlobals(), clock);
      write(lines.map((line) => `${line}\n`).join(''));
    });
}

/**
 * The events that the options ask for, oldest first, one a line.
 * @throws ConfigError, Error that names the database
 */
export async function auditLines(options: AuditOptions, clock: Clock): Promise<readonly string[]> {
  const config = parseConfig(readConfig(options));
  const { audit } = config;
  if (!audit.store) throw new Error('Events are not stored: audit.store is false.');
  const { until, user, event, session: sessionId, ip, limit } = options;
  const now = clock.now();
  const since = options.last === undefined ? options.since : now - options.last;
  const oldest = now - audit.retentionDays * dayMs;
  const store = await openAuditStore(auditPlace(config), 'read');
  try {
    const found = await store.find({ since: Math.max(since ?? 0, oldest), until, user, event, sessionId, ip, limit });
    return found.toReversed().map(options.json === true ? jsonLineOf : textLineOf);
  } finally {
    await store.close();
  }
}

/** A time without an offset is in UTC, as what is shown. */
function timeOf(text: string): number {
  const [, date = '', time = '00:00', offset = 'Z'] =
    /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?)(Z|[+-]\d\d:\d\d)?)?$/.exec(text) ?? [];
  const at = Date.parse(`${date}T${time}${offset}`);
  if (Number.isNaN(at)) throw new InvalidArgumentError('expected a time such as 2026-01-31 or 2026-01-31T12:00Z.');
  return at;
}

const unitsMs: Readonly<Record<string, number>> = { s: 1000, m: 60_000, h: 3_600_000, d: dayMs };

function durationOf(text: string): number {
  const [, count, unit = ''] = /^(\d{1,6})([smhd])$/.exec(text) ?? [];
  const unitMs = unitsMs[unit];
  if (unitMs === undefined) throw new InvalidArgumentError('expected a duration such as 90s, 30m, 24h or 7d.');
  return Number(count) * unitMs;
}

function limitOf(text: string): number {
  if (!/^[1-9]\d{0,6}$/.test(text)) throw new InvalidArgumentError('expected a number from 1 to 9999999.');
  return Number(text);
}
