import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readJestReport } from './jest-report.js';

const report = {
  numPassedTests: 5,
  numFailedTests: 1,
  numPendingTests: 2,
  numTodoTests: 1,
  numRuntimeErrorTestSuites: 1,
  testResults: [
    { name: '/a.spec.ts', assertionResults: [{ status: 'passed' }] },
    { name: '/b.spec.ts', assertionResults: [{ status: 'passed' }, { status: 'pending' }] },
  ],
};

describe('the report of jest', () => {
  let file: string;
  beforeEach(() => {
    file = join(mkdtempSync(join(tmpdir(), 'report-')), 'report.json');
  });
  afterEach(() => rmSync(join(file, '..'), { recursive: true }));

  it('gives the tests, a file that failed before its first test, and the files with skipped tests', () => {
    writeFileSync(file, JSON.stringify(report));
    expect(readJestReport(file)).toEqual({ passed: 5, failed: 2, skipped: 3, filesWithSkipped: ['/b.spec.ts'] });
  });

  it('is missing where jest did not come that far', () => {
    expect(readJestReport(file)).toBeUndefined();
    writeFileSync(file, '{"numPassed');
    expect(readJestReport(file)).toBeUndefined();
  });
});
