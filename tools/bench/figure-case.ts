/** What a case is that finds figures other than what a request costs. */
import type { Effort } from './run-case.js';
import type { Workbench } from './workbench.js';

export interface Figure {
  readonly what: string;
  readonly unit: string;
  /** Of each round. */
  readonly values: readonly number[];
  /** The greatest median that is good. */
  readonly goal?: number;
}

export interface FigureCase {
  readonly name: string;
  readonly title: string;
  /** @throws Error where a process ends, or answers other than expected */
  measure(bench: Workbench, circumstances: Circumstances): Promise<readonly Figure[]>;
}

export interface Circumstances extends Effort {
  readonly progress: (text: string) => void;
}
