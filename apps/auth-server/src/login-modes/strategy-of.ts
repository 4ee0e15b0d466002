import passport, { type Strategy, type StrategyCreated } from 'passport';
import type { Evidence, Identity, Rejection } from './login-mode.js';

/** Decides about one caller: who he is, or which row of the catalogue to answer. */
export type Judge<Body> = (evidence: Evidence & { readonly body: Body }) => Promise<Identity | Rejection | Redirection>;

/** The browser has to go elsewhere first. */
export interface Redirection {
  readonly redirectTo: string;
  /** What it brings there as a form; absent: it goes there by a redirect. */
  readonly form?: Readonly<Record<string, string>>;
}

export function redirected(location: string, form?: Redirection['form']): Redirection {
  return { redirectTo: location, ...(form === undefined ? {} : { form }) };
}

/**
 * A Passport strategy made of one function. Passport runs a strategy on an object that inherits from it, where private
 * fields of a class cannot be reached: what a judge needs it keeps in its closure.
 */
export function strategyOf<Body>(name: string, judge: Judge<Body>): Strategy {
  return Object.assign(new passport.Strategy(), {
    name,
    async authenticate(this: StrategyCreated<Strategy>, request: unknown): Promise<void> {
      // The door that serves the mode has parsed the body, and the bridge hands over nothing but evidence.
      const decision = await judge(request as Evidence & { readonly body: Body });
      if ('redirectTo' in decision && decision.form === undefined) this.redirect(decision.redirectTo);
      else if ('redirectTo' in decision || 'problem' in decision)
        this.fail(decision); // passport's types know no object here, passport does
      else this.success(decision);
    },
  });
}
