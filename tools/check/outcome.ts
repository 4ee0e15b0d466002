/** How a step of the check ended. */
export interface Outcome {
  readonly name: string;
  /** Tests that passed; a step without tests counts as one. */
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  readonly durationMs: number;
  /** Why it failed, where its own output does not say so. */
  readonly note?: string;
}

export function formatDuration(ms: number): string {
  const seconds = ms / 1000;
  return seconds < 60 ? `${seconds.toFixed(1)} s` : `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`;
}
