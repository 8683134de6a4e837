import { readFileSync, readlinkSync } from 'node:fs';
import { errorCode } from './refusal';

/** A process that cannot be taken for another one: process numbers come back after a restart of the machine or of a container. */
export type ProcessMark = { pid: number; startedAt: string };

const startOf = (pid: number): string => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // Field 22, counted after the command name, which may hold spaces and brackets itself.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
};

const isZombie = (pid: number): boolean => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).startsWith('Z');
  } catch {
    return false;
  }
};

/** True while a process with this number runs, whoever owns it; a dead one not yet collected by its parent does not count. */
export const pidRuns = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return errorCode(error) === 'EPERM';
  }
  return !isZombie(pid);
};

/** The mark of a running process (this one by default). Where the system tells no start time, the number alone is kept. */
export const markOf = (pid = process.pid): ProcessMark => ({ pid, startedAt: startOf(pid) });

/** True while the very process that was marked still runs. */
export const stillRuns = (mark: ProcessMark): boolean => pidRuns(mark.pid) && startOf(mark.pid) === mark.startedAt;

/** The folder a process works in, or undefined when it is gone or the system does not tell. */
export const workingFolderOf = (pid: number): string | undefined => {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return undefined;
  }
};

export const writeMark = (mark: ProcessMark): string => `${mark.pid} ${mark.startedAt}\n`;

/** Reads back a written mark; undefined when the text is not one (a file cut short by a crash). */
export const readMark = (text: string): ProcessMark | undefined => {
  const match = /^(\d+) (\d*)\n$/.exec(text);
  return match ? { pid: Number(match[1]), startedAt: match[2] ?? '' } : undefined;
};
