/** How many tests passed, failed and were skipped. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

export const NONE: Counts = { passed: 0, failed: 0, skipped: 0 };
export const ONE_PASSED: Counts = { ...NONE, passed: 1 };
export const ONE_FAILED: Counts = { ...NONE, failed: 1 };

export function add(a: Counts, b: Counts): Counts {
  return {
    passed: a.passed + b.passed,
    failed: a.failed + b.failed,
    skipped: a.skipped + b.skipped,
  };
}

/** The last line of a test run, as the contract words it. */
export function formatCounts({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}

/** The part of vitest's JSON report that counts. */
interface Report {
  readonly testResults: readonly {
    readonly status: string;
    readonly assertionResults: readonly { readonly status: string }[];
  }[];
}

/**
 * Counts the tests of a vitest JSON report. A file that failed without a failed test (it did not
 * load, say) counts as one failure, and so does a run that failed with none (an unhandled error).
 */
export function readReport(json: string, exitCode: number): Counts {
  const { testResults }: Report = JSON.parse(json);
  let total = NONE;
  for (const file of testResults) {
    const counts = file.assertionResults.map(({ status }) => toCounts(status)).reduce(add, NONE);
    total = add(total, counts);
    if (file.status === 'failed' && counts.failed === 0) total = add(total, ONE_FAILED);
  }
  return exitCode !== 0 && total.failed === 0 ? add(total, ONE_FAILED) : total;
}

function toCounts(status: string): Counts {
  if (status === 'passed') return ONE_PASSED;
  return status === 'failed' ? ONE_FAILED : { ...NONE, skipped: 1 };
}
