/** What stands on the command line. Never a secret: those are in the environment. */
import { parseArgs } from 'node:util';
import type { Choice } from './choose.js';
import { UsageError } from './usage-error.js';

export interface ServerArguments extends Choice {
  readonly kind: 'server';
  readonly baseUrl: string | undefined;
  /** File that says what is known of the server. */
  readonly target: string | undefined;
  readonly allowChanges: boolean;
  /** Does a choice of ours that the server does not share fail the run? */
  readonly strict: boolean;
  /** File for the report in JUnit XML. */
  readonly junit: string | undefined;
  readonly list: boolean;
}

/** What is done to the client while it runs. */
export interface Faults {
  /** After so many calls in a session the server lets it time out. */
  readonly expireAfter?: number;
  /** So many calls after the first login are answered; the next one is sent elsewhere. */
  readonly redirectAfter?: number;
  /** The client is given a password that is wrong. */
  readonly wrongPassword: boolean;
}

export interface ClientArguments extends Faults {
  readonly kind: 'client';
  readonly command: readonly [program: string, ...args: string[]];
  /** Seconds after which a session ends that nobody uses. */
  readonly idleTimeout: number;
  /** Seconds after which the program is ended. */
  readonly deadline: number;
  readonly junit: string | undefined;
}

export type Arguments =
  ServerArguments | ClientArguments | { readonly kind: 'help' | 'version' } | { readonly kind: 'list of findings' };

/** @throws UsageError that says what was not understood */
export function readArguments(args: readonly string[]): Arguments {
  const [first, ...rest] = args;
  if (first === undefined || first === '--help' || first === '-h' || first === 'help') return { kind: 'help' };
  if (first === '--version') return { kind: 'version' };
  try {
    if (first === 'server') return readServerArguments(rest);
    if (first === 'client') return readClientArguments(rest);
  } catch (error) {
    if (error instanceof UsageError || !(error instanceof TypeError)) throw error;
    throw new UsageError(error.message, { cause: error }); // of parseArgs
  }
  throw new UsageError(`There is no command "${first}": it is server or client.`);
}

function readServerArguments(args: readonly string[]): Arguments {
  const { values } = parseArgs({
    args: [...args],
    options: {
      'base-url': { type: 'string' },
      target: { type: 'string' },
      'allow-changes': { type: 'boolean', default: false },
      strict: { type: 'boolean', default: false },
      junit: { type: 'string' },
      id: { type: 'string', multiple: true },
      level: { type: 'string', multiple: true },
      tag: { type: 'string', multiple: true },
      list: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
      version: { type: 'boolean', default: false },
    },
  });
  if (values.help || values.version) return { kind: values.help ? 'help' : 'version' };
  return {
    kind: 'server',
    baseUrl: values['base-url'],
    target: values.target,
    allowChanges: values['allow-changes'],
    strict: values.strict,
    junit: values.junit,
    ids: namesIn(values.id),
    levels: namesIn(values.level),
    tags: namesIn(values.tag),
    list: values.list,
  };
}

function readClientArguments(args: readonly string[]): Arguments {
  const end = args.includes('--') ? args.indexOf('--') : args.length;
  const [program, ...more] = args.slice(end + 1);
  const { values } = parseArgs({
    args: args.slice(0, end),
    options: {
      'idle-timeout': { type: 'string', default: '600' },
      deadline: { type: 'string', default: '600' },
      'expire-after': { type: 'string' },
      'redirect-after': { type: 'string' },
      'wrong-password': { type: 'boolean', default: false },
      junit: { type: 'string' },
      list: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
      version: { type: 'boolean', default: false },
    },
  });
  if (values.help || values.version) return { kind: values.help ? 'help' : 'version' };
  if (values.list) return { kind: 'list of findings' };
  if (program === undefined) {
    throw new UsageError('Which program? It stands behind two dashes: client -- node my-script.js');
  }
  const expireAfter = values['expire-after'];
  const redirectAfter = values['redirect-after'];
  return {
    kind: 'client',
    command: [program, ...more],
    idleTimeout: countIn('idle-timeout', values['idle-timeout']),
    deadline: countIn('deadline', values.deadline),
    ...(expireAfter === undefined ? {} : { expireAfter: countIn('expire-after', expireAfter) }),
    ...(redirectAfter === undefined ? {} : { redirectAfter: countIn('redirect-after', redirectAfter) }),
    wrongPassword: values['wrong-password'],
    junit: values.junit,
  };
}

/** Names may be given in several options, or in one with commas. */
function namesIn(values: readonly string[] = []): readonly string[] {
  return values.flatMap((value) => value.split(',')).flatMap((name) => name.trim() || []);
}

function countIn(option: string, text: string): number {
  if (!/^[1-9]\d{0,5}$/.test(text)) throw new UsageError(`--${option} takes a whole number from 1, not "${text}".`);
  return Number(text);
}
