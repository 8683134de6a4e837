import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { dropPending, notePending, readPending } from './pending-store';

const NOW = Date.parse('2026-11-23T10:00:00Z');
const SECOND = 1_000;

beforeEach(() => {
  const kept = new Map<string, string>();
  vi.stubGlobal('sessionStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
    removeItem: (key: string) => kept.delete(key),
  });
  vi.useFakeTimers({ now: NOW });
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe('an answer that waits before it leaves', () => {
  it('is known in this tab for as long as it waits, however often its page is drawn', () => {
    notePending(1042, 'one');
    vi.setSystemTime(NOW + 6 * SECOND);
    notePending(1042, 'one');
    expect(readPending()).toEqual({ number: 1042, token: 'one', until: NOW + 10 * SECOND });
    vi.setSystemTime(NOW + 10 * SECOND);
    expect(readPending()).toBeNull();
  });

  it('gives way to the next one, and is forgotten when it is taken back', () => {
    notePending(1042, 'one');
    notePending(1043, 'two');
    dropPending('one');
    expect(readPending()?.token).toBe('two');
    dropPending('two');
    expect(readPending()).toBeNull();
  });

  it.each(['no JSON', '7', '{"number":"1042"}', 'null'])('is not made of %s', (text) => {
    sessionStorage.setItem('guichet-pending-answer', text);
    expect(readPending()).toBeNull();
  });

  it('is not missed where storage is closed', () => {
    const closed = () => {
      throw new Error('closed');
    };
    vi.stubGlobal('sessionStorage', { getItem: closed, setItem: closed, removeItem: closed });
    notePending(1042, 'one');
    expect(readPending()).toBeNull();
  });
});
