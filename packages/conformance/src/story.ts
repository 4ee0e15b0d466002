/** Several requests of several actors in a row, as data. */
import type { Asked, ClientName, Expected, Level, RequestFacts } from './exchange.js';
import type { SettingsWanted } from './settings.js';

/** An actor sends one request. Each actor has a name and a jar of its own; a login fills it. */
export interface CallStep {
  readonly actor: string;
  readonly operation: Asked;
  readonly request?: RequestFacts;
  readonly expect: Expected;
}

/** Time passes. Only targets whose clock can be moved can tell such a story. */
export interface TimeStep {
  readonly advanceMs: number;
}

/** Time passes in small steps, and after each of them an actor keeps its session alive. */
export interface BusyStep {
  readonly actor: string;
  readonly busyForMs: number;
  readonly everyMs: number;
}

export type Step = CallStep | TimeStep | BusyStep;

/** Steps in their order. The first one that goes wrong ends the story. */
export interface Story {
  readonly id: string;
  /** A sentence about behaviour. */
  readonly title: string;
  readonly level: Level;
  readonly client?: ClientName;
  /** The settings under which it holds; by default any. */
  readonly with?: SettingsWanted;
  readonly steps: readonly Step[];
}
