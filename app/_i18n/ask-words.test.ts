import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { askWords } from './ask-words';

type Script = { src: string; onload: () => void; onerror: () => void; remove: () => void };

const scripts: Script[] = [];
const last = (): Script => {
  const script = scripts.at(-1);
  if (!script) throw new Error('nothing was asked for');
  return script;
};

beforeEach(() => {
  vi.useFakeTimers();
  const nothing = () => undefined;
  vi.stubGlobal('document', {
    createElement: () => ({ src: '', onload: nothing, onerror: nothing, remove: nothing }),
    head: { append: (script: Script) => scripts.push(script) },
  });
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
  scripts.length = 0;
});

it('goes on asking for words while the line is down, and gives them to all who wait', async () => {
  const both = Promise.all([askWords('fr-staff', '/api/words/fr-staff'), askWords('fr-staff', '/api/words/fr-staff')]);
  for (const count of [1, 2, 3]) {
    expect(scripts).toHaveLength(count);
    last().onerror();
    vi.runAllTimers();
  }
  vi.stubGlobal('guichetWords', { 'fr-staff': { ui: { close: 'Fermer' } } });
  last().onload();
  expect(await both).toEqual([{ ui: { close: 'Fermer' } }, { ui: { close: 'Fermer' } }]);
  expect(last().src).toBe('/api/words/fr-staff');
});

it('takes a script that holds other words for the mistake it is', async () => {
  const words = askWords('en-staff', '/api/words/fr-staff');
  last().onload();
  await expect(words).rejects.toThrow('holds no words named en-staff');
});
