import { readFile } from 'node:fs/promises';
import type { Finding } from './finding';
import { messageData } from './message-data';

type Messages = { [key: string]: string | Messages };

const LANGUAGES = ['fr', 'en'] as const;

const flat = (messages: Messages, prefix = ''): [string, string][] =>
  Object.entries(messages).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[`${prefix}${key}`, value]] : flat(value, `${prefix}${key}.`),
  );

const takes = (message: string): string => messageData(message).join(', ');

const read = async (language: string): Promise<Map<string, string>> =>
  new Map(flat(JSON.parse(await readFile(`messages/${language}.json`, 'utf8')) as Messages));

/** A space that may break where French sets one that may not: beside high punctuation and guillemets, after n°, before a unit. */
const LOOSE_SPACE = /\S [:;!?»%](?![\p{L}\p{N}])|« |n[°º] |[}#] (?:Mo|Ko|min|h|j)(?!\p{L})/iu;

/** What people are shown how to type keeps the space of their keyboard. */
const IS_TYPED = /^desk\.snooze\./;

const looseSpaces = (french: ReadonlyMap<string, string>): Finding[] =>
  [...french]
    .filter(([key, text]) => LOOSE_SPACE.test(text) && !IS_TYPED.test(key))
    .map(([key]) => ({
      where: 'messages/fr.json',
      what: `${key} has a plain space where French sets a narrow or a firm one`,
    }));

/** Both languages have the same keys, none empty, and each message takes the same data in both; French has its spaces. */
export const checkMessages = async (): Promise<Finding[]> => {
  const [fr, en] = await Promise.all(LANGUAGES.map(read));
  if (!fr || !en) return [];
  const findings = looseSpaces(fr);
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
