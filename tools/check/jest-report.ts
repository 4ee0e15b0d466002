/** Reads what jest writes with `--json --outputFile`. */
import { readFileSync } from 'node:fs';

export interface Counts {
  readonly passed: number;
  /** Tests, and files that failed before their first test. */
  readonly failed: number;
  readonly skipped: number;
  /** The files with skipped tests, absolute. */
  readonly filesWithSkipped: readonly string[];
}

/** The part of jest's report that is read here. */
interface Report {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly numRuntimeErrorTestSuites: number;
  readonly testResults: readonly {
    readonly name: string;
    readonly assertionResults: readonly { readonly status: string }[];
  }[];
}

/** @returns undefined where there is no report: jest did not come that far */
export function readJestReport(file: string): Counts | undefined {
  const report = read(file);
  if (report === undefined) return undefined;
  const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites, numPendingTests, numTodoTests } = report;
  const skippedIn = report.testResults.filter(({ assertionResults }) =>
    assertionResults.some(({ status }) => status === 'pending' || status === 'todo'),
  );
  return {
    passed: numPassedTests,
    failed: numFailedTests + numRuntimeErrorTestSuites,
    skipped: numPendingTests + numTodoTests,
    filesWithSkipped: skippedIn.map(({ name }) => name),
  };
}

function read(file: string): Report | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Report; // jest's documented format
  } catch {
    return undefined;
  }
}
