/** Somebody who can be mentioned. */
export type Mentionable = { id: string; name: string };

/** A piece of a text: words, or the mention of the people who bear that name. */
export type MentionPiece = { text: string; ids: readonly string[] };

/** More people than these are not told by one note. */
export const MOST_MENTIONED = 20;

const plain = (name: string): string => name.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase();

const patternOf = (name: string): string =>
  plain(name)
    .replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
    .replace(/ /g, '[^\\S\\n]+');

/** Finds `@Full Name`, the longest name first, so that nobody is taken for a namesake of theirs; never inside an address. */
const mentionsOf = (people: readonly Mentionable[]): RegExp => {
  const names = [...new Set(people.map(({ name }) => name))].sort((a, b) => b.length - a.length);
  return new RegExp(`(?<![\\p{L}\\p{N}._/@-])@(${names.map(patternOf).join('|')})(?!-?[\\p{L}\\p{N}])`, 'giu');
};

/**
 * A text in pieces, in its order: `@` before the whole name of one of these people mentions them, in capitals or not.
 * People of one name are mentioned together. The pieces put together are the text.
 */
export const mentionPieces = (text: string, people: readonly Mentionable[]): MentionPiece[] => {
  if (people.length === 0) return [{ text, ids: [] }];
  const pieces: MentionPiece[] = [];
  let end = 0;
  for (const { 0: found, 1: name = '', index } of text.matchAll(mentionsOf(people))) {
    if (index > end) pieces.push({ text: text.slice(end, index), ids: [] });
    const ids = people.filter((person) => plain(person.name) === plain(name)).map(({ id }) => id);
    pieces.push({ text: found, ids });
    end = index + found.length;
  }
  if (end < text.length) pieces.push({ text: text.slice(end), ids: [] });
  return pieces;
};

/** Who of these people a text mentions, each once, in the order in which they are named. */
export const mentionedIn = (text: string, people: readonly Mentionable[]): string[] => [
  ...new Set(mentionPieces(text, people).flatMap(({ ids }) => ids)),
];

/** What stands between the last `@` and the place where one is writing, if that may become a mention; `null` where not. */
export const mentionBegun = (text: string, caret: number): { from: number; typed: string } | null => {
  const before = text.slice(0, caret);
  const [, typed] = /(?<![\p{L}\p{N}._/@-])@((?:[\p{L}\p{M}'’-]+ ?){0,3})$/u.exec(before) ?? [];
  return typed === undefined ? null : { from: caret - typed.length - 1, typed };
};

const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Who of these people may be meant by what was typed so far: any of their names begins with it, accents or not. */
export const mentionable = <Person extends Mentionable>(
  people: readonly Person[],
  typed: string,
  most = 6,
): Person[] => {
  const sought = folded(typed).trimEnd();
  return people
    .filter(({ name }) => {
      const whole = folded(name);
      return whole.startsWith(sought) || whole.split(/[\s-]+/).some((word) => word.startsWith(sought));
    })
    .slice(0, most);
};
