import { randomUUID } from 'node:crypto';
import { unknownPerson, type Answer, type Refused, type Tell } from '../engine.js';
import type { DirectoryEntry } from '../entry.js';
import { attributesOf } from '../person.js';
import { rejectionOf } from '../refusals.js';
import type { LdapSettings } from '../settings.js';
import type { DirectoryServer } from './directory-server.js';
import { groupsOf } from './groups.js';

type Found = { readonly entry: DirectoryEntry } | Refused;

/** Looks for the person's entry by an account for searches, and binds as that entry. */
export class SearchThenBind {
  readonly #settings: LdapSettings;
  readonly #search: NonNullable<LdapSettings['search']>;

  constructor(settings: LdapSettings) {
    if (settings.search === undefined) throw new Error('auth.ldap.search is missing');
    this.#settings = settings;
    this.#search = settings.search;
  }

  /** @throws DirectoryDown, SearchRefused; Problem serviceUnavailable */
  async check(
    server: DirectoryServer,
    name: string,
    password: string,
    signal: AbortSignal,
    tell: Tell,
  ): Promise<Answer> {
    const found = await this.#entryOf(server, name, signal, tell);
    if ('kind' in found) {
      // As many round trips as for somebody who exists, so that time does not tell the two apart.
      await server.bind(`cn=${randomUUID()},${this.#search.base}`, password, signal);
      return found;
    }
    const answer = await server.bind(found.entry.dn, password, signal);
    const rejection = rejectionOf(answer);
    tell(
      `bind as ${found.entry.dn}: ${rejection === undefined ? 'the password is right' : answer.message || 'refused'}`,
    );
    if (rejection !== undefined) return { kind: 'refused', rejection };
    return this.#known(server, name, found.entry, signal, tell);
  }

  /** @throws DirectoryDown, SearchRefused */
  async find(server: DirectoryServer, name: string, signal: AbortSignal, tell: Tell): Promise<Answer> {
    const found = await this.#entryOf(server, name, signal, tell);
    return 'kind' in found ? found : this.#known(server, name, found.entry, signal, tell);
  }

  async #entryOf(server: DirectoryServer, loginName: string, signal: AbortSignal, tell: Tell): Promise<Found> {
    const { base, scope, filter } = this.#search;
    const attributes = attributesOf(this.#settings);
    // A second one is asked for only to know that there is one.
    const request = { base, scope, filter: filter.fill({ loginName }), attributes, sizeLimit: 2 };
    const entries = await server.search(request, signal);
    tell(`search at ${server.url} below ${base} for ${request.filter.toString()}: ${entries.length} found`);
    for (const { dn } of entries) tell(`entry ${dn}`);
    const [entry] = entries;
    if (entry === undefined) return unknownPerson();
    return entries.length > 1 ? unknownPerson(`several entries have this login name: ${entry.dn}`) : { entry };
  }

  async #known(server: DirectoryServer, name: string, entry: DirectoryEntry, signal: AbortSignal, tell: Tell) {
    const groups = await groupsOf(entry, name, this.#settings, (request) => server.search(request, signal), tell);
    return { kind: 'known', person: { entry, groups } } as const;
  }
}
