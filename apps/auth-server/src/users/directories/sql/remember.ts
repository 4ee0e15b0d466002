/** Reads something that is asked for again and again, unless it is certain what the database would answer. */
export type Remember = <Found>(key: string, read: () => Promise<Found>) => Promise<Found>;

/** Of a database that others can write to without our knowing at once. */
export const readAnew: Remember = (_key, read) => read();
