/** Of which groups somebody is a member: by an attribute of the entry, by searching, or both. */
import type { Filter } from 'ldapts';
import { firstNameValue, normalName } from '../../distinguished-name.js';
import type { DirectoryEntry } from '../entry.js';
import { silent, type Tell } from '../engine.js';
import type { LdapSettings } from '../settings.js';
import { SearchRefused, type SearchRequest } from './connection.js';

export type Search = (request: SearchRequest) => Promise<readonly DirectoryEntry[]>;

/** Groups beyond which nobody is asked for more. */
const mostGroups = 1000;

/** An entry that may not be read, or is not there, has no groups of its own (RFC 4511 appendix A.1). */
const unreadable: readonly number[] = [32, 50];

/** @returns names, without the same one twice; undefined where groups are not asked for */
export async function groupsOf(
  person: DirectoryEntry,
  loginName: string,
  settings: Pick<LdapSettings, 'groups' | 'groupLookup' | 'search'>,
  search: Search,
  tell: Tell = silent,
): Promise<readonly string[] | undefined> {
  const { groupLookup } = settings;
  if (groupLookup === undefined || settings.groups === 'none') return undefined;
  const { memberOf, nameAttribute, nested, search: wanted } = groupLookup;
  const attributes = [nameAttribute, ...(memberOf ? ['memberOf'] : [])];
  const names = new Map<string, string>();

  /** The groups that this entry itself is in and that were not seen before. */
  async function parentsOf(entry: DirectoryEntry): Promise<readonly DirectoryEntry[]> {
    const listed = memberOf ? await Promise.all(entry.values('memberOf').map(groupAt)) : [];
    const filter: Filter | undefined = wanted?.filter.fill({ dn: entry.dn, loginName });
    const found =
      wanted === undefined || filter === undefined
        ? []
        : await search({
            base: wanted.base ?? settings.search?.base ?? '',
            scope: wanted.scope,
            filter,
            attributes,
            paged: true,
          });
    return [...listed, ...found].filter((group) => isNew(group));
  }

  /** A group's own entry is needed only for the groups that it is in. */
  async function groupAt(dn: string): Promise<DirectoryEntry> {
    const unread: DirectoryEntry = { dn, values: () => [] };
    if (!nested || names.has(normalName(dn))) return unread;
    try {
      const [entry = unread] = await search({ base: dn, scope: 'base', attributes });
      return entry;
    } catch (error) {
      if (error instanceof SearchRefused && unreadable.includes(error.code)) return unread;
      throw error;
    }
  }

  function isNew(group: DirectoryEntry): boolean {
    const key = normalName(group.dn);
    if (names.has(key) || names.size >= mostGroups) return false;
    const name = group.values(nameAttribute)[0] ?? firstNameValue(group.dn) ?? '';
    names.set(key, name);
    tell(`group ${group.dn} as "${name}"`);
    return true;
  }

  let level: readonly DirectoryEntry[] = await parentsOf(person);
  while (nested && level.length > 0) level = (await Promise.all(level.map(parentsOf))).flat();
  return [...new Set(names.values())].filter((name) => name !== '');
}
