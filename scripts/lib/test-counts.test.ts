import { describe, expect, it } from 'vitest';
import { add, formatCounts, ONE_PASSED, readReport } from './test-counts.ts';

const file = (status: string, ...tests: string[]) => ({
  status,
  assertionResults: tests.map((one) => ({ status: one })),
});
const report = (...testResults: object[]) => JSON.stringify({ testResults });

describe('readReport', () => {
  it('counts tests over all files', () => {
    const json = report(
      file('passed', 'passed', 'passed', 'skipped'),
      file('failed', 'failed', 'passed', 'todo', 'pending'),
    );
    expect(readReport(json, 1)).toEqual({ passed: 3, failed: 1, skipped: 3 });
  });

  it('counts a file that did not load as a failure', () => {
    expect(readReport(report(file('failed'), file('passed', 'passed')), 1)).toEqual({
      passed: 1,
      failed: 1,
      skipped: 0,
    });
  });

  it('counts a run that failed without a failed test as a failure', () => {
    expect(readReport(report(file('passed', 'passed')), 1)).toMatchObject({ failed: 1 });
  });
});

describe('formatCounts', () => {
  it('words the last line as the contract does', () => {
    const counts = add(ONE_PASSED, { passed: 2, failed: 1, skipped: 4 });
    expect(formatCounts(counts)).toBe('3 passed, 1 failed, 4 skipped');
  });
});
