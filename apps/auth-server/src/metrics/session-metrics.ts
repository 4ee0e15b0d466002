import { Counter, Gauge, type Registry } from 'prom-client';

/** Who can say how many HTTP sessions are open, by the number of their login mode. */
type CountByMode = () => ReadonlyMap<number, number> | Promise<ReadonlyMap<number, number>>;

/** HTTP sessions, by the name of the login mode of their Intelligence Server session. */
export class SessionMetrics {
  #count: CountByMode | undefined;
  #nameOf: (loginMode: number) => string = String;
  readonly #ended: Counter<'mode' | 'reason'>;

  constructor(registry: Registry) {
    const collect = (gauge: Gauge<'mode'>) => this.#collect(gauge);
    new Gauge({
      name: 'mstr_auth_sessions',
      help: 'HTTP sessions that are open in the session store, by login mode.',
      labelNames: ['mode'],
      registers: [registry],
      async collect() {
        await collect(this);
      },
    });
    this.#ended = new Counter({
      name: 'mstr_auth_sessions_ended_total',
      help:
        'HTTP sessions that this server has ended or found over, by login mode and reason: logout, httpIdle, engineIdle, ' +
        'absolute, administrator, accessEnded, withdrawn.',
      labelNames: ['mode', 'reason'],
      registers: [registry],
    });
  }

  /** @param modes those that have a name; others appear by their number */
  countBy(count: CountByMode | undefined, modes: readonly { readonly id: number; readonly name: string }[]): void {
    const names = new Map(modes.map(({ id, name }) => [id, name]));
    this.#nameOf = (loginMode) => names.get(loginMode) ?? String(loginMode);
    this.#count = count;
  }

  ended(loginMode: number, reason: string, sessions: number): void {
    this.#ended.inc({ mode: this.#nameOf(loginMode), reason }, sessions);
  }

  /** A store that cannot answer leaves the gauge without values, and the rest of the page as it is. */
  async #collect(gauge: Gauge<'mode'>): Promise<void> {
    gauge.reset();
    if (this.#count === undefined) return;
    const counted = await Promise.resolve(this.#count()).catch(() => new Map<number, number>());
    for (const [loginMode, sessions] of counted) gauge.set({ mode: this.#nameOf(loginMode) }, sessions);
  }
}
