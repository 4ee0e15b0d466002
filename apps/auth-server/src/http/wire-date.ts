/** A moment as the wire has it: `2026-01-31T08:00:00.000+0000`, no colon in the zone (docs/protocol section 3.16). */
export function wireDate(ms: number): string {
  return new Date(ms).toISOString().replace('Z', '+0000');
}
