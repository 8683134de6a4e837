import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { markOf, type ProcessMark, readMark, stillRuns, writeMark } from './process-mark';
import { errorCode } from './refusal';

/** The processes that use something together (a server, a build): the last one to leave may put it away. */
export type Holders = { join: () => void; leave: () => void; others: () => ProcessMark[] };

const marksIn = (folder: string): { file: string; mark: ProcessMark | undefined }[] => {
  const names = (() => {
    try {
      return readdirSync(folder);
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return [];
      throw error;
    }
  })();
  return names.flatMap((name) => {
    const file = join(folder, name);
    try {
      return [{ file, mark: readMark(readFileSync(file, 'utf8')) }];
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return [];
      throw error;
    }
  });
};

/** One file a process under `folder`; files of processes that ended without leaving are swept away on the next look. */
export const holdersIn = (folder: string): Holders => {
  const own = join(folder, String(process.pid));
  return {
    join: () => {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      writeFileSync(own, writeMark(markOf()));
    },
    leave: () => rmSync(own, { force: true }),
    others: () =>
      marksIn(folder).flatMap(({ file, mark }) => {
        if (file === own) return [];
        if (mark && stillRuns(mark)) return [mark];
        rmSync(file, { force: true });
        return [];
      }),
  };
};
