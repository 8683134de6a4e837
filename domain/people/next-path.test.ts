import { describe, expect, it } from 'vitest';
import { safeNextPath } from './next-path';

describe('where to go on after signing in', () => {
  it.each([
    ['/fr/requests/1042', '/fr/requests/1042'],
    ['/en/requests?state=open#last', '/en/requests?state=open#last'],
    ['/fr', '/fr'],
    ['/fr/../en/help', '/en/help'],
    ['//evil.example/fr', null],
    ['/\\evil.example', null],
    ['\\\\evil.example', null],
    ['https://evil.example/fr', null],
    ['javascript:alert(1)', null],
    ['/fr/../..//evil.example', null],
    ['/\t/evil.example', null],
    ['fr/help', null],
    ['/api/auth/signout', null],
    ['/french', null],
    ['', null],
    [undefined, null],
    [['/fr'], null],
  ])('%j', (given, expected) => {
    expect(safeNextPath(given)).toBe(expected);
  });
});
