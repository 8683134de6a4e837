import { execFile, spawnSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import autocannon from 'autocannon';

const CONNECTIONS = 64;

const hasWrk = spawnSync('wrk', ['--version']).error === undefined;

/** The program that makes the load: wrk where it is installed (it costs the least itself), else autocannon. */
export const loadProgram = hasWrk ? 'wrk' : 'autocannon';

const withWrk = async (url: string, seconds: number): Promise<number> => {
  const options = ['-t1', `-c${CONNECTIONS}`, `-d${seconds}s`, '-H', 'accept-encoding: gzip', url];
  const { stdout } = await promisify(execFile)('wrk', options);
  if (/Non-2xx/.test(stdout)) throw new Error(`${url} answered with errors:\n${stdout}`);
  return Number(/Requests\/sec:\s+([\d.]+)/.exec(stdout)?.[1] ?? Number.NaN);
};

const withAutocannon = async (url: string, duration: number): Promise<number> => {
  const headers = { 'accept-encoding': 'gzip' };
  const { requests, non2xx } = await autocannon({ url, connections: CONNECTIONS, duration, headers });
  if (non2xx > 0) throw new Error(`${url} answered with errors`);
  return requests.average;
};

/** Answered requests per second under as many as one client program can make over 64 connections. */
export const requestsPerSecond = (url: string, seconds: number): Promise<number> =>
  hasWrk ? withWrk(url, seconds) : withAutocannon(url, seconds);

/** For wrk: another line of the list at each request. */
const AT_RANDOM = `
local paths = {}
for line in io.lines(os.getenv('GUICHET_BENCH_PATHS')) do paths[#paths + 1] = line end
math.randomseed(os.time())
request = function() return wrk.format('GET', paths[math.random(#paths)]) end
`;

/** The same over many pages: each request asks for one of the addresses in a file, at random. */
export const randomRequestsPerSecond = async (origin: string, list: string, seconds: number): Promise<number> => {
  if (hasWrk) {
    const script = `${list}.lua`;
    await writeFile(script, AT_RANDOM);
    const options = ['-t1', `-c${CONNECTIONS}`, `-d${seconds}s`, '-s', script, '-H', 'accept-encoding: gzip', origin];
    const env = { ...process.env, GUICHET_BENCH_PATHS: list };
    const { stdout } = await promisify(execFile)('wrk', options, { env });
    if (/Non-2xx/.test(stdout)) throw new Error(`${origin} answered with errors:\n${stdout}`);
    return Number(/Requests\/sec:\s+([\d.]+)/.exec(stdout)?.[1] ?? Number.NaN);
  }
  const paths = (await readFile(list, 'utf8')).trim().split('\n');
  const headers = { 'accept-encoding': 'gzip' };
  const requests = paths.sort(() => Math.random() - 0.5).map((path) => ({ path }));
  const measured = await autocannon({ url: origin, connections: CONNECTIONS, duration: seconds, headers, requests });
  if (measured.non2xx > 0) throw new Error(`${origin} answered with errors`);
  return measured.requests.average;
};

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
};
