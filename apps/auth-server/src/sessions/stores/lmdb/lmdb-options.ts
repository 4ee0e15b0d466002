export interface LmdbOptions {
  /** When a change counts as kept: once it outlives the process, or once it is on the disk and outlives a loss of power too. */
  readonly sync: 'process' | 'disk';
  /** Nothing is added while the disk has less than this free (require-room.ts). */
  readonly reservedBytes?: number;
}
