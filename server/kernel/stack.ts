import { existsSync, readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { dirname, relative, resolve } from 'node:path';

/** The end of a line of a stack: file, line and column in it. */
const PLACE = /(?:file:\/\/)?(\/[^()\n]*\.next\/[^()\n]*\.js):(\d+):(\d+)/g;
/** Maps are some megabytes each, and errors come in groups. */
const MOST_KEPT = 4;
const maps = new Map<string, SourceMap | null>();

const readMap = (file: string): SourceMap | null => {
  const path = `${file}.map`;
  return existsSync(path) ? new SourceMap(JSON.parse(readFileSync(path, 'utf8'))) : null;
};

const mapOf = (file: string): SourceMap | null => {
  const known = maps.get(file);
  if (known !== undefined) return known;
  const [oldest] = maps.keys();
  if (maps.size >= MOST_KEPT && oldest !== undefined) maps.delete(oldest);
  const read = readMap(file);
  maps.set(file, read);
  return read;
};

/**
 * A stack that names our sources where it runs through pieces of the build. Their maps are read here, for the error that
 * is told, since Node would hold all of them in memory for the errors that may come.
 */
export const readableStack = (stack: string): string =>
  stack.replace(PLACE, (place, file: string, line: string, column: string) => {
    const entry = mapOf(file)?.findEntry(Number(line) - 1, Number(column) - 1);
    if (!entry || !('originalSource' in entry)) return place;
    const source = relative(process.cwd(), resolve(dirname(file), entry.originalSource));
    return `${source}:${entry.originalLine + 1}:${entry.originalColumn + 1}`;
  });
