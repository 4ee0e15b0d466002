/** What was seen of a program at the server, without any secret: sessions have numbers in the place of tokens. */
import type { OperationId } from '@mstr-rest/protocol';

/** One request, and its answer. */
export interface Observation {
  /** From 1, in the order in which requests came. */
  readonly number: number;
  /** Where its arrival stands among all arrivals and answers. */
  readonly arrived: number;
  /** Where its answer stands among them. */
  readonly answered: number;
  /** When it came, in milliseconds of the server's time. */
  readonly atMs: number;
  /** Method and path, without the query. */
  readonly line: string;
  readonly operation: OperationId | undefined;
  /** Did it go to another origin than that of MSTR_BASE_URL? */
  readonly elsewhere: boolean;
  /** Number of the session whose token it carries. */
  readonly session: number | undefined;
  /** Number of the session whose cookie it carries. */
  readonly cookieOf: number | undefined;
  /** Names of cookies that this session was given and that did not come back. */
  readonly droppedCookies: readonly string[];
  /** What stands in its address and should not: `password`, `the token`. */
  readonly secretsInUrl: readonly string[];
  /** The same for the same credentials, and no clue to what they are. */
  readonly credentials: string | undefined;
  readonly status: number;
  readonly code: string | undefined;
  /** Number of the session that the answer opened. */
  readonly opened: number | undefined;
  /** Where it was delegated: number of the session that it came from. */
  readonly openedFrom: number | undefined;
}

/** Everything that was seen in one run of a program. */
export interface Journal {
  /** In the order in which they came. */
  readonly observations: readonly Observation[];
  /** Milliseconds after which a session ends that nobody uses. */
  readonly idleTimeoutMs: number;
  /** Was a session ended in the middle, to see what the program does? */
  readonly expiredOnPurpose: boolean;
  /** Was the program given a wrong password, to see what it does? */
  readonly wrongPassword: boolean;
  /** How the program ended: an exit code, a signal, or that it had to be ended. */
  readonly ending: { readonly exitCode: number | null; readonly text: string };
}

/** A session, with all that was sent with its token. */
export interface SeenSession {
  readonly number: number;
  readonly openedBy: Observation;
  /** Number of the session at the end of the chain of delegations: those with the same one end together. */
  readonly family: number;
  /** With its token, in their order; also those that were refused. */
  readonly calls: readonly Observation[];
}

export function sessionsIn({ observations }: Journal): readonly SeenSession[] {
  const families = new Map<number, number>();
  return observations.flatMap((openedBy): SeenSession[] => {
    const { opened: number, openedFrom } = openedBy;
    if (number === undefined) return [];
    const family = (openedFrom === undefined ? undefined : families.get(openedFrom)) ?? number;
    families.set(number, family);
    const calls = observations.filter(({ session, elsewhere }) => session === number && !elsewhere);
    return [{ number, openedBy, family, calls }];
  });
}

/** Is it a login by name and password or the like, and no delegation? */
export function isLogin({ operation }: Observation): boolean {
  return operation === 'postLogin' || operation === 'postOidcToken';
}

export function succeeded({ status }: Observation): boolean {
  return status < 400;
}

export function isLogout({ operation }: Observation): boolean {
  return operation === 'postLogout';
}

/** The first of these calls of a session that was told of its end, and after which none succeeded any more. */
export function endHeard(calls: readonly Observation[]): Observation | undefined {
  const last = calls.findLastIndex(succeeded);
  return calls.slice(last + 1).find(({ code }) => code === 'ERR009');
}

/** A call as people find it again: `call 7 (GET /sessions)`. */
export function named({ number, line }: Observation): string {
  return `call ${number} (${line})`;
}

/** The first and how many more: for what happens again and again. */
export function firstOf(observations: readonly Observation[]): string {
  const [first] = observations;
  if (first === undefined) return 'no call';
  const more = observations.length - 1;
  return more === 0 ? named(first) : `${named(first)} and ${more} more`;
}
