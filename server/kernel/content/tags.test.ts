import { describe, expect, it } from 'vitest';
import { type Announced, changedTags } from './tags';

const article = (hash: string, listing = 'a'): Announced => ({
  tag: 'content:fr:article:members-export',
  hash,
  listing,
  listTags: ['content:fr:collection:members'],
});
const LIST = ['content', 'content:fr:article', 'content:fr:article:members-export'];

describe('changedTags', () => {
  it.each([
    ['nothing', { a: article('1') }, { a: article('1') }, []],
    ['a body', { a: article('1') }, { a: article('2') }, LIST],
    ['a title', { a: article('1') }, { a: article('2', 'b') }, [...LIST, 'content:fr:collection:members']],
    ['a new article', {}, { a: article('1') }, [...LIST, 'content:fr:collection:members']],
    ['one gone', { a: article('1') }, {}, [...LIST, 'content:fr:collection:members']],
  ])('tells of %s', (_name, before, after, tags) => {
    expect(changedTags(before, after)).toEqual(tags);
  });
});
