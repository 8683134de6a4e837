import { expect, test } from '@playwright/test';
import glob from 'fast-glob';
import { signIn } from '../fixtures';
import { ARTICLES, AUDIENCES, type Audience, DOORS, OTHERS, READERS, TELL_NOTHING } from './doors';

const ROUTES = glob.sync(['**/page.tsx', '**/route.ts', '*.ts'], { cwd: 'app', ignore: ['_*/**', '*.d.ts'] });
/** Doors tried together. */
const AT_A_TIME = 4;
/** Whether the process lives and its parts are there yet: for machines, and 503 until they are. */
const FOR_MACHINES = /^(?:health|ready)z\/|sign-out/;
/** Pages that are an article, or stand for one. */
const AS_DATA = /\/(?:help|reserved)\/.*page\.tsx$/;
const takesFromReader = (route: string): boolean => /\[(?!locale\])/.test(route);

/** The address of a route that takes nothing from the reader but the language. */
const standing = (route: string): string =>
  `/${route
    .replace(/\.tsx?$/, '')
    .split('/')
    .filter((part) => !/^(\(.*\)|page|route)$/.test(part))
    .map((part) => (part === '[locale]' ? 'fr' : part))
    .join('/')}`.replace(/^\/robots$/, '/robots.txt');

/**
 * What of an article a text tells: its title where it is named, its address or a passage. The address that was asked for
 * is no news, and a public article may speak of the subject in the same words.
 */
const told = (text: string, audience: Audience, asked: string): string[] => {
  const { title, slug, phrase } = ARTICLES[audience];
  const others = audience === 'customers' ? Object.values(OTHERS).flatMap(({ title, path }) => [title, path]) : [];
  return [`>${title}<`, `"${title}"`, slug, phrase, ...others].filter(
    (mark) => text.includes(mark) && !asked.includes(mark),
  );
};

test('every route that takes part of its address from readers is one of the doors, or known to tell nothing', () => {
  const unknown = ROUTES.filter(takesFromReader).filter(
    (route) => !(route in DOORS) && !TELL_NOTHING.some(([pattern]) => pattern.test(route)),
  );
  expect(unknown, 'enter them in e2e/articles/doors.ts').toEqual([]);
});

for (const { who, email, reads } of READERS) {
  test(`${who} is told at no door of an article they may not read, and finds those they may`, async ({ page }) => {
    test.slow();
    if (email) await signIn(page, email);
    const forbidden = AUDIENCES.filter((audience) => !(reads as readonly Audience[]).includes(audience));
    const textOf = async (path: string, headers: Record<string, string> = {}): Promise<string> => {
      const answer = await page.request.get(path, { headers, maxRedirects: 0 });
      expect(answer.status(), path).toBeLessThan(500);
      return answer.status() < 400 ? `${answer.headers().location ?? ''} ${await answer.text()}` : '';
    };
    const mayRead = (asked: Audience): boolean => (reads as readonly Audience[]).includes(asked);
    const tried = new Map<string, { route: string; mustShow: Audience | null }>();
    for (const [route, { paths, shows }] of Object.entries(DOORS))
      for (const asked of AUDIENCES)
        for (const path of paths(asked))
          tried.set(path, { route, mustShow: shows === 'title' && mayRead(asked) ? asked : null });
    for (const route of ROUTES.filter((one) => !takesFromReader(one) && !(one in DOORS) && !FOR_MACHINES.test(one)))
      tried.set(standing(route), { route, mustShow: null });
    const waiting = [...tried];
    const tryDoors = async (): Promise<void> => {
      for (let next = waiting.pop(); next; next = waiting.pop()) {
        const [path, { route, mustShow }] = next;
        const text = await textOf(path);
        for (const audience of forbidden) expect(told(text, audience, path), `${route} ${path}`).toEqual([]);
        if (mustShow) expect(text, `${route} ${path}`).toContain(ARTICLES[mustShow].title);
        // What the framework's own scripts would ask for is the same page as data.
        const data = !email && AS_DATA.test(route) ? await textOf(path, { rsc: '1' }) : '';
        for (const audience of forbidden) expect(told(data, audience, path), `${route} ${path}, as data`).toEqual([]);
      }
    };
    await Promise.all(Array.from({ length: AT_A_TIME }, tryDoors));
  });

  test(`${who} gets the files of articles they may read, and no others`, async ({ page }) => {
    if (email) await signIn(page, email);
    for (const audience of ['public', 'customers'] as const) {
      const answer = await page.request.get(ARTICLES[audience].media);
      const mayRead = (reads as readonly Audience[]).includes(audience);
      expect(answer.status(), ARTICLES[audience].media).toBe(mayRead ? 200 : 404);
      if (audience !== 'public' && mayRead) expect(answer.headers()['cache-control']).toContain('no-store');
    }
  });
}
