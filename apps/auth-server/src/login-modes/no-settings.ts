/** For modes that have nothing to configure. @throws Error where something is configured all the same */
export function noSettings(key: string, settings: unknown): void {
  if (settings !== undefined) throw new Error(`${key}: this login mode has no settings; remove the key`);
}
