import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { startApp, temporaryFolder } from './app';
import { atMost, type Row } from './report';

const WARM_STARTS = 3;

/** The build is made beforehand: a start is measured, not a compiler. */
const build = async (): Promise<void> => {
  const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/build.ts'], { stdio: 'inherit' });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error('The app could not be built');
};

/** Seconds until the address is announced, until a reader has the first page, and until all is put away again. */
type Start = { announced: number; firstPage: number; stopped: number };

const seconds = (milliseconds: number): number => Math.round(milliseconds / 10) / 100;

const startOnce = async (dataDir: string): Promise<Start> => {
  const app = await startApp(dataDir);
  const announced = performance.now();
  const answer = await fetch(`${app.origin}/fr/help`);
  await answer.text();
  if (!answer.ok) throw new Error(`The first page answered ${answer.status}`);
  const read = performance.now();
  await app.stop();
  return {
    announced: seconds(app.startedIn),
    firstPage: seconds(app.startedIn + read - announced),
    stopped: seconds(performance.now() - read),
  };
};

const slowest = (starts: readonly Start[], of: keyof Start): number => Math.max(...starts.map((start) => start[of]));

/** How long a start takes: on a fresh data folder (database, schema, demo) and on one that has been used. */
export const run = async (): Promise<readonly Row[]> => {
  await build();
  const { folder, remove } = await temporaryFolder();
  try {
    const cold = await startOnce(`${folder}/data`);
    const warm: Start[] = [];
    for (let start = 0; start < WARM_STARTS; start += 1) warm.push(await startOnce(`${folder}/data`));
    return [
      { metric: 'first start, fresh data folder', value: cold.announced, unit: 's' },
      { metric: 'first start, until the first page', value: cold.firstPage, unit: 's' },
      atMost(`later start, slowest of ${WARM_STARTS}`, slowest(warm, 'announced'), 's', 10),
      atMost('later start, until the first page', slowest(warm, 'firstPage'), 's', 10),
      { metric: 'stop, slowest', value: slowest([cold, ...warm], 'stopped'), unit: 's' },
    ];
  } finally {
    await remove();
  }
};
