import { execFile, spawnSync } from 'node:child_process';
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

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
};
