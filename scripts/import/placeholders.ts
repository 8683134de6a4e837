import { HTML_NAMES } from './html-names';
import { type Token, tokensOf } from './html-tokens';

/**
 * Opening tags that are words: writers leave `<name>` unescaped where the reader is to put something in. It is no element
 * that HTML knows, says no more of itself than words, and nothing ends it. What the dialects' blocks become begins with `x-`.
 */
export const placeholdersIn = (tokens: readonly Token[]): ReadonlySet<Token> => {
  const found = new Set<Token>();
  const open = new Map<string, Token[]>();
  for (const token of tokens) {
    if (token.kind === 'open' && isWord(token)) {
      found.add(token);
      open.set(token.name, [...(open.get(token.name) ?? []), token]);
    } else if (token.kind === 'close') {
      const opened = open.get(token.name)?.pop();
      if (opened) found.delete(opened);
    }
  }
  return found;
};

const isWord = ({ name, attributes, closed }: Token & { kind: 'open' }): boolean =>
  !closed &&
  !HTML_NAMES.has(name.toLowerCase()) &&
  !name.startsWith('x-') &&
  Object.values(attributes).every((value) => value === '');

/** A line of text without its tags; words in brackets stay. */
export const withoutTags = (text: string): string => {
  const tokens = tokensOf(text, 1);
  const placeholders = placeholdersIn(tokens);
  return tokens.map((token) => (token.kind === 'text' || placeholders.has(token) ? token.source : '')).join('');
};
