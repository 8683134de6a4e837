import { expect, it } from 'vitest';
import { readSignedIds, signedIds } from './signed';

it('reads what was signed for a purpose, and nothing else', () => {
  const token = signedIds('comments.stop', ['reader', 'thread']);
  expect(readSignedIds('comments.stop', token)).toEqual(['reader', 'thread']);
  expect(readSignedIds('tickets.rate', token)).toBeNull();
  expect(readSignedIds('comments.stop', token.replace('reader', 'other'))).toBeNull();
  for (const made of ['', '.', 'reader.thread', `${token}x`, 'reader.thread.é']) {
    expect(readSignedIds('comments.stop', made), made).toBeNull();
  }
});
