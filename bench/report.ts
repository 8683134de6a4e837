import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** One measured figure. `holds` says whether it keeps its target; a figure without one is for information. */
export type Row = { metric: string; value: number; unit: string; target?: string; holds?: boolean };

const FOLDER = join(import.meta.dirname, 'results');

export const atMost = (metric: string, value: number, unit: string, limit: number): Row => ({
  ...{ metric, value, unit },
  ...{ target: `≤ ${limit}`, holds: value <= limit },
});

export const atLeast = (metric: string, value: number, unit: string, limit: number): Row => ({
  ...{ metric, value, unit },
  ...{ target: `≥ ${limit}`, holds: value >= limit },
});

/** Writes `bench/results/<name>.json`, the form that outside checks read. */
export const writeResults = async (name: string, rows: readonly Row[]): Promise<void> => {
  await mkdir(FOLDER, { recursive: true });
  const at = new Date().toISOString();
  await writeFile(join(FOLDER, `${name}.json`), `${JSON.stringify({ name, at, rows }, null, 2)}\n`);
};

const cells = ({ metric, value, unit, target, holds }: Row): string[] => [
  metric,
  value.toLocaleString('en-GB', { maximumFractionDigits: 3 }),
  unit,
  target ?? '',
  holds === undefined ? '' : holds ? 'holds' : 'MISSED',
];

export const printTable = (name: string, rows: readonly Row[]): void => {
  const table = [['metric', 'value', 'unit', 'target', ''], ...rows.map(cells)];
  const widths = [0, 1, 2, 3, 4].map((column) => Math.max(...table.map((row) => row[column]?.length ?? 0)));
  console.log(`\n${name}`);
  for (const row of table) {
    const line = row.map((cell, column) =>
      column === 1 ? cell.padStart(widths[1] ?? 0) : cell.padEnd(widths[column] ?? 0),
    );
    console.log(`  ${line.join('  ').trimEnd()}`);
  }
};
