import { MemorySessionStore, type SessionStore } from '@mstr-rest/auth-server';

const rules = { httpIdleMs: 1_800_000, engineIdleMs: 600_000, absoluteMs: 86_400_000, sweepEveryMs: 0 };

/** A store that can be cut off: as long as it is, whatever is asked of it throws, as of one behind a network. */
export class SwitchedStore implements SessionStore {
  reachable = true;
  readonly #store = new MemorySessionStore(rules);

  latestMoment: SessionStore['latestMoment'] = () => this.#reached().latestMoment();
  open: SessionStore['open'] = (...args) => this.#reached().open(...args);
  use: SessionStore['use'] = (...args) => this.#reached().use(...args);
  peek: SessionStore['peek'] = (...args) => this.#reached().peek(...args);
  share: SessionStore['share'] = (...args) => this.#reached().share(...args);
  openProject: SessionStore['openProject'] = (...args) => this.#reached().openProject(...args);
  end: SessionStore['end'] = (...args) => this.#reached().end(...args);
  useOnce: SessionStore['useOnce'] = (...args) => this.#reached().useOnce(...args);
  park: SessionStore['park'] = (...args) => this.#reached().park(...args);
  takeParked: SessionStore['takeParked'] = (...args) => this.#reached().takeParked(...args);
  endEngine: SessionStore['endEngine'] = (...args) => this.#reached().endEngine(...args);
  list: SessionStore['list'] = (...args) => this.#reached().list(...args);
  endAllOf: SessionStore['endAllOf'] = (...args) => this.#reached().endAllOf(...args);
  sweep: SessionStore['sweep'] = (...args) => this.#reached().sweep(...args);
  count: SessionStore['count'] = (...args) => this.#reached().count(...args);
  close: SessionStore['close'] = () => this.#store.close();

  #reached(): MemorySessionStore {
    if (!this.reachable) throw Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });
    return this.#store;
  }
}
