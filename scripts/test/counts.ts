import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** How a part of the tests ended. */
export type Counts = { passed: number; failed: number };

const vitestReport = z.object({ numPassedTests: z.number(), numFailedTests: z.number(), success: z.boolean() });
const playwrightReport = z.object({
  stats: z.object({ expected: z.number(), flaky: z.number(), unexpected: z.number() }),
  errors: z.array(z.unknown()),
});

/** A part that broke off counts as one failure at least, whatever its report says. */
const withEnd = (counts: Counts, endedWell: boolean): Counts =>
  endedWell || counts.failed > 0 ? counts : { ...counts, failed: 1 };

const read = <T>(file: string, schema: z.ZodType<T>): T | undefined => {
  try {
    return schema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return undefined;
  }
};

export const vitestCounts = (file: string, endedWell: boolean): Counts => {
  const report = read(file, vitestReport);
  if (!report) return { passed: 0, failed: 1 };
  return withEnd({ passed: report.numPassedTests, failed: report.numFailedTests }, endedWell && report.success);
};

/** A test that passed only when tried again is no pass. */
export const playwrightCounts = (file: string, endedWell: boolean): Counts => {
  const report = read(file, playwrightReport);
  if (!report) return { passed: 0, failed: 1 };
  const { expected, flaky, unexpected } = report.stats;
  return withEnd({ passed: expected, failed: unexpected + flaky }, endedWell && report.errors.length === 0);
};

export const sum = (parts: readonly Counts[]): Counts => ({
  passed: parts.reduce((total, { passed }) => total + passed, 0),
  failed: parts.reduce((total, { failed }) => total + failed, 0),
});
