import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { ImportReport, Outcome } from './settings';

const WORDS: Readonly<Record<Outcome, string>> = {
  created: 'new',
  updated: 'brought up to date',
  unchanged: 'unchanged',
  kept: 'edited here, not overwritten',
  left: 'without a source any more',
  refused: 'not importable',
};

const counts = (report: ImportReport): string[] => {
  const outcomes = Object.keys(WORDS) as Outcome[];
  const lines = outcomes.flatMap((outcome) => {
    const count = report.pages.filter((page) => page.outcome === outcome).length;
    return count > 0 ? [`${count} ${WORDS[outcome]}`] : [];
  });
  const plain = report.pages.filter((page) => page.plain).length;
  return [
    `articles: ${lines.join(', ')}${plain > 0 ? ` (${plain} as plain Markdown)` : ''}`,
    `files: ${report.media.written} copied, ${report.media.unchanged} unchanged`,
    `redirects: ${report.redirects}`,
    `losses: ${report.losses.length}`,
  ];
};

/** Losses that are alike, most frequent first. */
const kinds = (report: ImportReport): [why: string, count: number][] => {
  const counted = new Map<string, number>();
  for (const { why } of report.losses) {
    const kind = why.replace(/“.*?”/, '“…”').replace(/; this one is .*/, '; numbered');
    counted.set(kind, (counted.get(kind) ?? 0) + 1);
  }
  return [...counted].sort((a, b) => b[1] - a[1]);
};

/** The report for the screen: figures, every loss as `file:line: what: why`, and how often each kind was met. */
export const reportLines = (report: ImportReport): string[] => [
  ...report.losses.map(({ file, line, what, why }) => `${file}:${line}: ${what}: ${why}`),
  ...(report.losses.length > 0
    ? ['', ...kinds(report).map(([why, count]) => `  ${String(count).padStart(5)} × ${why}`), '']
    : []),
  ...counts(report),
];

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('<', '&lt;').replaceAll('\n', ' ');

const markdown = (report: ImportReport): string =>
  [
    '# Import',
    '',
    ...counts(report).map((line) => `- ${line}`),
    '',
    '## Losses',
    '',
    '| file | line | what | why |',
    '| --- | --- | --- | --- |',
    ...report.losses.map(({ file, line, what, why }) => `| ${cell(file)} | ${line} | ${cell(what)} | ${cell(why)} |`),
    '',
    '## Articles',
    '',
    '| source | article | |',
    '| --- | --- | --- |',
    ...report.pages.map(({ source, path, outcome }) => `| ${cell(source)} | ${path} | ${WORDS[outcome]} |`),
    '',
  ].join('\n');

/** Writes the report as `<base>.md` and `<base>.json`. */
export const writeReport = async (report: ImportReport, base: string): Promise<void> => {
  await mkdir(dirname(base), { recursive: true });
  await writeFile(`${base}.md`, markdown(report));
  await writeFile(`${base}.json`, `${JSON.stringify(report, null, 2)}\n`);
};
