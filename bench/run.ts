import { printTable, type Row, writeResults } from './report';

/** Every benchmark, by the name of its command and of its results. */
const BENCHMARKS: Readonly<Record<string, () => Promise<{ run(): Promise<readonly Row[]> }>>> = {
  reading: () => import('./reading'),
  scale: () => import('./scale'),
  search: () => import('./search'),
  lighthouse: () => import('./lighthouse'),
  start: () => import('./start'),
  tickets: () => import('./tickets'),
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !BENCHMARKS[name]);
if (unknown.length > 0) {
  console.error(`No benchmark is named ${unknown.join(', ')}; there are: ${Object.keys(BENCHMARKS).join(', ')}`);
  process.exit(2);
}

let missed = 0;
for (const [name, load] of Object.entries(BENCHMARKS)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const rows = await (await load()).run();
  printTable(name, rows);
  await writeResults(name, rows);
  missed += rows.filter((row) => row.holds === false).length;
}
if (missed > 0) {
  console.error(`\n${missed} figure${missed === 1 ? '' : 's'} missed ${missed === 1 ? 'its' : 'their'} target.`);
  process.exitCode = 1;
}
