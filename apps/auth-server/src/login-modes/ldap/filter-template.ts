import { EqualityFilter, ExtensibleFilter, FilterParser, NotFilter, AndFilter, OrFilter, type Filter } from 'ldapts';

/**
 * A search filter with places for values, such as `(&(objectClass=person)(uid={{loginName}}))`. It is read once, and
 * values go into the parsed filter: nothing that a value contains can change what is asked (RFC 4515 section 3).
 */
export class FilterTemplate {
  readonly #parsed: Filter;

  /** @throws Error that says what is wrong with the text */
  constructor(
    readonly text: string,
    names: readonly string[],
  ) {
    this.#parsed = FilterParser.parseString(text);
    const places = text.match(/\{\{.*?\}\}/g) ?? [];
    const strange = places.find((place) => !names.includes(place.slice(2, -2)));
    if (strange !== undefined) throw new Error(`there is no ${strange} here`);
    if (places.length === 0) throw new Error(`${names.map((name) => `{{${name}}}`).join(' or ')} is missing`);
    let filled = 0;
    replaced(this.#parsed, (value) => {
      filled += value.match(/\{\{.*?\}\}/g)?.length ?? 0;
      return value;
    });
    if (filled < places.length) throw new Error(`${places.join(', ')} may only be a value that has to be equal`);
  }

  fill(values: Readonly<Record<string, string>>): Filter {
    return replaced(this.#parsed, (text) =>
      text.replace(/\{\{(.*?)\}\}/g, (_place, name: string) => values[name] ?? ''),
    );
  }
}

function replaced(filter: Filter, change: (value: string) => string): Filter {
  if (filter instanceof AndFilter) {
    return new AndFilter({ filters: filter.filters.map((inner) => replaced(inner, change)) });
  }
  if (filter instanceof OrFilter) {
    return new OrFilter({ filters: filter.filters.map((inner) => replaced(inner, change)) });
  }
  if (filter instanceof NotFilter) return new NotFilter({ filter: replaced(filter.filter, change) });
  if (filter instanceof EqualityFilter && typeof filter.value === 'string') {
    return new EqualityFilter({ attribute: filter.attribute, value: change(filter.value) });
  }
  if (filter instanceof ExtensibleFilter) {
    const { rule, matchType, dnAttributes, value } = filter;
    return new ExtensibleFilter({ rule, matchType, dnAttributes, value: change(value) });
  }
  return filter;
}
