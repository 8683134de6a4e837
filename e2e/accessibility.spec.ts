import { expect, type Page, test } from '@playwright/test';
import { CAST, expectAccessible, signIn } from './fixtures';

/** One page of each kind that everybody may read. The pages of accounts have rules of their own in `people/`. */
const READING = [
  '',
  'help',
  'help/adherents',
  'help/adherents/importer-vos-adherents',
  'faq',
  'news',
  'news/2026-45-cloture-guidee',
  'events',
  'resources',
  'resources/by/video',
  'resources/video-composer-une-page',
  'resources/preparer-la-cloture',
  'resources/glossary',
  'help/adherents/importer-vos-adherents/comments',
  'help/adherents/importer-vos-adherents/feedback',
  'sitemap',
  'nulle-part',
];
const FINDING = [
  'search',
  'search?q=import',
  'search?q=zzzzzz',
  'status',
  'roadmap',
  'roadmap/members-import',
  'ideas',
  'ideas/1',
  'ideas/by/shipped',
  'ideas/all',
  'sign-in',
  'sign-up',
  'forgotten-password',
  'requests/new',
  'requests/sent',
  'requests/confirm?token=nothing',
];
const CUSTOMER = [
  'requests',
  'requests?state=closed',
  'requests/new',
  'requests/new?type=consulting',
  'account',
  'requests/999999',
];
const STAFF = ['desk', 'desk?mine=1', 'desk/reports?period=90'];
const EDITOR = [
  'studio',
  'studio/incidents',
  'studio/incidents/new',
  'studio/roadmap',
  'studio/roadmap/new',
  'studio/roadmap/members-import',
  'studio/articles',
  'studio/feedback',
  'studio/feedback/members-import-file',
  'studio/comments',
  'studio/ideas',
  'studio/ideas/1',
  'studio/search',
  'studio/search/synonyms',
  'studio/search/answers',
];
const ADMIN = [
  'admin',
  'admin/people',
  'admin/types',
  'admin/types/problem',
  'admin/blocked',
  'admin/mail',
  'admin/audit?kind=all',
  'account',
];

/** Where the first link that matches leads, so that pages with numbers of the demo need no number here. */
const firstLink = async (page: Page, list: string, pattern: RegExp): Promise<string> => {
  await page.goto(`/fr/${list}`);
  const links = await page
    .getByRole('main')
    .getByRole('link')
    .evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
  const found = links.find((link) => pattern.test(link));
  expect(found, `${list} has a link like ${pattern}`).toBeDefined();
  return (found ?? '').replace('/fr/', '');
};

const LOOKS = [
  { name: 'light', colorScheme: 'light', width: 1280 },
  { name: 'dark, on a small screen', colorScheme: 'dark', width: 360 },
] as const;

/** Nothing sticks out sideways: a page is read by scrolling in one direction. */
const expectNoOverflow = async (page: Page, path: string): Promise<void> => {
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(wide, `${path} is wider than the screen by`).toBeLessThanOrEqual(0);
};

const visit = async (page: Page, paths: readonly string[]): Promise<void> => {
  for (const path of paths) {
    await test.step(path || 'home', async () => {
      await page.goto(`/fr/${path}`.replace(/\/$/, ''));
      await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
      await expectNoOverflow(page, path);
      await expectAccessible(page, path);
    });
  }
};

for (const { name, colorScheme, width } of LOOKS) {
  test.describe(`pages are accessible (${name})`, () => {
    test.describe.configure({ timeout: 240_000 });
    test.use({ colorScheme, viewport: { width, height: 800 } });

    test('to read', async ({ page }) => {
      await visit(page, READING);
    });

    test('to find and to begin', async ({ page }) => {
      await visit(page, [...FINDING, await firstLink(page, 'status', /status\/incidents\//)]);
    });

    test('of customers', async ({ page }) => {
      await signIn(page, CAST.camille);
      await visit(page, [...CUSTOMER, await firstLink(page, 'requests', /requests\/\d+$/)]);
    });

    test('of the desk', async ({ page }) => {
      await signIn(page, CAST.theo);
      const ticket = await firstLink(page, 'desk', /desk\/\d+$/);
      await visit(page, [...STAFF, ticket, `${ticket}?compose=note`]);
    });

    test('of the studio', async ({ page }) => {
      await signIn(page, CAST.ines);
      await visit(page, [...EDITOR, await firstLink(page, 'studio/incidents', /incidents\/[0-9a-f-]{20,}$/)]);
    });

    test('of the administration', async ({ page }) => {
      await signIn(page, CAST.admin);
      await visit(page, ADMIN);
    });

    test('of a refused request', async ({ page }) => {
      await page.goto('/fr/requests/new?type=problem');
      await page.getByRole('button', { name: 'Envoyer la demande' }).click();
      await expect(page.getByRole('main').getByRole('alert')).toBeVisible();
      await expectNoOverflow(page, 'requests/new');
      await expectAccessible(page);
    });
  });
}
