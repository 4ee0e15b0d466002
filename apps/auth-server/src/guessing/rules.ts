/** How often somebody may be wrong, and what follows. */

/** Failures that are let pass. */
export interface Allowance {
  /** Failures before the first wait. */
  readonly freeFailures: number;
  /** Milliseconds after which one failure is forgotten. */
  readonly forgetOneEveryMs: number;
}

/** How long somebody waits who was wrong too often. Each further failure doubles it. */
export interface Delays {
  readonly firstMs: number;
  readonly maximumMs: number;
}

export interface ThrottleRules {
  /** Of one name from one network. */
  readonly nameAndNetwork: Allowance;
  /** Of one name from all networks together from which nobody has logged in by that name. */
  readonly name: Allowance;
  /** Of one network, on all names together by which nobody has logged in from it. */
  readonly network: Allowance;
  readonly delays: Delays;
  /** How many counters are kept at most, and of how many names it is known from where they log in. */
  readonly maximumCounters: number;
}
