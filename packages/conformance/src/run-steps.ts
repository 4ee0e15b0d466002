/** Takes the steps of an exchange or a story at a server, and says how it went. Depends on no test framework. */
import { Actors, type Actor } from './actors.js';
import { buildRequest } from './build-request.js';
import { checkAnswer } from './check-answer.js';
import { checkExpected } from './check-expected.js';
import type { Coverage } from './coverage.js';
import type { Asked, Expected, ProofChoice, ProofMode, RequestFacts } from './exchange.js';
import { send, type RawAnswer } from './http.js';
import { settingMissing, type SettingsWanted } from './settings.js';
import type { BusyStep, CallStep, Step, TimeStep } from './story.js';
import { apiBaseOf, settingsOf, thingMissing, valuesOf, type ProofHeaders, type Target } from './target.js';

/** How an exchange or a story went. */
export interface Result {
  readonly id: string;
  readonly title: string;
  readonly outcome: 'passed' | 'failed' | 'skipped';
  /** What was wrong, or why it was skipped. */
  readonly reasons: readonly string[];
}

/** What an exchange and a story have in common. */
interface Script {
  readonly id: string;
  readonly title: string;
  readonly with?: SettingsWanted;
  readonly steps: readonly Step[];
}

/** Why this script cannot be run at this target; undefined where it can. */
export function reasonToSkip(script: Pick<Script, 'with' | 'steps'>, target: Target): string | undefined {
  const setting = settingMissing(script.with ?? {}, settingsOf(target));
  if (setting !== undefined) return setting;
  if (script.steps.some(needsTime) && !target.advance) return 'the time of the target cannot be moved';
  return proofMissing(script.steps, target) ?? thingMissing(script.steps, target);
}

function proofMissing(steps: readonly Step[], { proofs }: Target): string | undefined {
  const wanted = steps.flatMap((step) => (isCall(step) && step.request?.proof) || []);
  const missing = wanted.find(({ mode, of }) => proofs?.[mode]?.[of] === undefined);
  return missing && `the target cannot prove a ${missing.of} to login mode ${missing.mode}`;
}

/** Takes the steps, then logs out whoever is still logged in. The signal ends it between two steps, so that no login is cut off. */
export async function runSteps(
  script: Script,
  target: Target,
  coverage?: Coverage,
  signal?: AbortSignal,
): Promise<Result> {
  const { id, title, steps } = script;
  const skip = reasonToSkip(script, target);
  if (skip !== undefined) return { id, title, outcome: 'skipped', reasons: [skip] };
  const run = new Run(target, coverage);
  let reasons: readonly string[] = [];
  for (const [index, step] of steps.entries()) {
    reasons = (await run.take(step)).map((reason) => `step ${index + 1} of ${steps.length}: ${reason}`);
    if (reasons.length > 0 || signal?.aborted === true) break;
  }
  await run.logOutAll();
  if (signal?.aborted === true) return { id, title, outcome: 'skipped', reasons: ['it was interrupted'] };
  return { id, title, outcome: reasons.length === 0 ? 'passed' : 'failed', reasons };
}

class Run {
  readonly #actors = new Actors();
  readonly #target: Target;
  readonly #coverage: Coverage | undefined;
  /** Tokens that were handed out, with their cookies. */
  readonly #opened = new Map<string, string | undefined>();
  readonly #lastProofs = new Map<ProofMode, ProofHeaders>();

  constructor(target: Target, coverage: Coverage | undefined) {
    this.#target = target;
    this.#coverage = coverage;
  }

  /** @returns what went wrong */
  async take(step: Step): Promise<readonly string[]> {
    if ('operation' in step) return this.#call(step.actor, step.operation, step.request ?? {}, step.expect);
    if ('busyForMs' in step) return this.#keepBusy(step);
    await this.#target.advance?.(step.advanceMs);
    return [];
  }

  /** Also out of sessions that an actor held before he logged in again. */
  async logOutAll(): Promise<void> {
    for (const [token, cookie] of this.#opened) {
      const request: RequestFacts = { token: { raw: token }, cookie: cookie === undefined ? 'none' : { raw: cookie } };
      await this.#ask('', 'postLogout', request).catch(() => undefined);
    }
  }

  async #call(actor: string, operation: Asked, request: RequestFacts, expect: Expected) {
    const who = `${actor}, ${operation ?? request.line ?? ''}`;
    try {
      const { answer, faults, lookup } = await this.#ask(actor, operation, request);
      return [...checkExpected(expect, answer, lookup), ...faults].map((fault) => `${who}: ${fault}`);
    } catch (error) {
      return [`${who}: no answer: ${error instanceof Error ? error.message : String(error)}`];
    }
  }

  /** Sends, notes what came, and lets the actor keep what is to be kept. */
  async #ask(actor: string, operation: Asked, request: RequestFacts) {
    const lookup = this.#actors.lookup(valuesOf(this.#target));
    const asking = { base: apiBaseOf(this.#target), actors: this.#actors, actor, lookup };
    const proof = await this.#prove(request.proof);
    const proven = { ...request, headers: { ...proof, ...request.headers } };
    const answer = await send(buildRequest(operation, proven, asking));
    const faults = checkAnswer(operation, answer, request.query?.includes('fields=') === true);
    this.#coverage?.note(operation, answer.status, faults);
    if (answer.status < 300) this.#keep(this.#actors.named(actor), answer);
    return { answer, faults, lookup };
  }

  async #prove(choice: ProofChoice | undefined): Promise<ProofHeaders> {
    if (choice === undefined) return {};
    const { mode, of, again = false } = choice;
    const headers = (again ? this.#lastProofs.get(mode) : await this.#target.proofs?.[mode]?.[of]?.()) ?? {};
    this.#lastProofs.set(mode, headers);
    return headers;
  }

  #keep(actor: Actor, answer: RawAnswer): void {
    actor.take(answer);
    const { token, cookieHeader } = actor;
    if (token !== undefined && !this.#opened.has(token)) this.#opened.set(token, cookieHeader);
  }

  async #keepBusy({ actor, busyForMs, everyMs }: BusyStep): Promise<readonly string[]> {
    for (let passedMs = 0; passedMs < busyForMs; passedMs += everyMs) {
      await this.#target.advance?.(Math.min(everyMs, busyForMs - passedMs));
      const reasons = await this.#call(actor, 'renewSession', {}, { status: 204 });
      if (reasons.length > 0) return reasons.map((reason) => `after ${passedMs + everyMs} ms: ${reason}`);
    }
    return [];
  }
}

function needsTime(step: Step): step is TimeStep | BusyStep {
  return !isCall(step);
}

function isCall(step: Step): step is CallStep {
  return 'operation' in step;
}
