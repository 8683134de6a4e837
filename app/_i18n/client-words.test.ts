import { createContext, runInContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { GET } from '@/app/api/words/[name]/route';
import messages from '@/messages/fr.json';
import { namedWords, wordsScript } from './client-words';

const ask = (address: string, name: string) =>
  GET(new Request(`http://localhost${address}`), { params: Promise.resolve({ name }) });

describe('the words of client components', () => {
  it('are a script that puts those of a place where components look for them, beside others', async () => {
    const { src, words } = wordsScript('fr', 'staff', messages);
    const page = createContext({ guichetWords: { other: 1 } });
    runInContext(await (await ask(src, 'fr-staff')).text(), page);
    expect(JSON.parse(JSON.stringify(page.guichetWords))).toEqual({ other: 1, 'fr-staff': words });
    expect(Object.keys(words)).toContain('desk');
  });

  it('give customers nothing of the working places', () => {
    const { words } = wordsScript('fr', 'customers', messages);
    expect(Object.keys(words).sort()).toEqual(['errors', 'ideas', 'people', 'tickets', 'ui']);
  });

  it('may be kept for good under the address that names their version, and under no other', async () => {
    const { src } = wordsScript('fr', 'customers', messages);
    expect((await ask(src, 'fr-customers')).headers.get('cache-control')).toContain('immutable');
    expect((await ask('/api/words/fr-customers?v=old', 'fr-customers')).headers.get('cache-control')).toBe('no-cache');
  });

  it('are there for our languages and places only', async () => {
    expect(namedWords('en-customers')).toEqual({ locale: 'en', place: 'customers' });
    for (const name of ['de-staff', 'fr', 'fr-toString', 'fr-staff-more', '']) {
      expect((await ask(`/api/words/${name}`, name)).status).toBe(404);
    }
  });
});
