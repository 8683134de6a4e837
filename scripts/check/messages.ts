import { readFile } from 'node:fs/promises';
import type { Finding } from './finding';

type Messages = { [key: string]: string | Messages };

const LANGUAGES = ['fr', 'en'] as const;

const flat = (messages: Messages, prefix = ''): [string, string][] =>
  Object.entries(messages).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[`${prefix}${key}`, value]] : flat(value, `${prefix}${key}.`),
  );

const sorted = (names: Iterable<string>): string => [...new Set(names)].sort().join(', ');

/** The data and tags a message takes: `{name}`, `{count, plural, …}`, `<link>`; words inside a plural are no names. */
const takes = (message: string): string => {
  const names = [...message.matchAll(/\{\s*(\w+)\s*(?:\}|,\s*(?:plural|select|selectordinal|number|date|time)\b)/g)];
  const inBranches = new Set([...message.matchAll(/\w+\s*\{\s*(\w+)\s*\}/g)].map((match) => match[1] ?? ''));
  const tags = [...message.matchAll(/<(\w+)>/g)];
  const own = names.map((match) => match[1] ?? '').filter((name) => !inBranches.has(name));
  return sorted([...own, ...tags.map((match) => `<${match[1]}>`)]);
};

const read = async (language: string): Promise<Map<string, string>> =>
  new Map(flat(JSON.parse(await readFile(`messages/${language}.json`, 'utf8')) as Messages));

/** Both languages have the same keys, none empty, and each message takes the same data in both. */
export const checkMessages = async (): Promise<Finding[]> => {
  const [fr, en] = await Promise.all(LANGUAGES.map(read));
  if (!fr || !en) return [];
  const findings: Finding[] = [];
  for (const key of new Set([...fr.keys(), ...en.keys()])) {
    const [french, english] = [fr.get(key), en.get(key)];
    if (french === undefined) findings.push({ where: 'messages/fr.json', what: `${key} is missing` });
    else if (english === undefined) findings.push({ where: 'messages/en.json', what: `${key} is missing` });
    else if (!french.trim() || !english.trim()) findings.push({ where: 'messages', what: `${key} is empty` });
    else if (takes(french) !== takes(english))
      findings.push({
        where: 'messages',
        what: `${key} takes {${takes(french)}} in French and {${takes(english)}} in English`,
      });
  }
  return findings;
};
