/** Putting values in the place of `{{placeholders}}`. */
const placeholder = /\{\{([\w.]+)\}\}/g;

/** Looks up what a placeholder stands for. */
export type Lookup = (name: string) => string | undefined;

/** How a value is written where it is put. */
export type Encode = (value: string) => string;

const asIs: Encode = (value) => value;
export const inPath: Encode = encodeURIComponent;

/** How values are written in a body of this content type. */
export function inBodyOf(type: string | undefined): Encode {
  if (type?.includes('json') === true) return (value) => JSON.stringify(value).slice(1, -1);
  if (type?.includes('form') === true) return (value) => encodeURIComponent(value).replaceAll('%20', '+');
  return asIs;
}

/** @throws Error for a placeholder that stands for nothing */
export function fill(text: string, lookup: Lookup, encode: Encode = asIs): string {
  return text.replace(placeholder, (whole, name: string) => {
    const value = lookup(name);
    if (value === undefined) throw new Error(`nothing is known of ${whole}`);
    return encode(value);
  });
}

/** The same in every text of a value. */
export function fillDeep(value: unknown, lookup: Lookup): unknown {
  if (typeof value === 'string') return fill(value, lookup);
  if (Array.isArray(value)) return value.map((one) => fillDeep(one, lookup));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, fillDeep(inner, lookup)]));
}
