/** What has to be looked at by a certain moment, as the text that is stored for it. */
export interface Due {
  /** `session`: the HTTP session may be over; `used` and `parked`: it may be forgotten. */
  readonly kind: 'session' | 'used' | 'parked';
  readonly id: string;
}

export function dueOf(kind: Due['kind'], id: string): string {
  return `${kind} ${id}`;
}

export function readDue(text: string): Due {
  const blank = text.indexOf(' ');
  return { kind: text.slice(0, blank) as Due['kind'], id: text.slice(blank + 1) }; // only dueOf writes them
}
