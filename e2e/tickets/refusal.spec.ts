import { expect, type Page, test } from '@playwright/test';
import { CAST, signIn } from '../fixtures';
import { fillRequest, openedNumber, screenshot } from './request-form';
import { WORDS } from './words';

const words = WORDS.fr;
/** A customer of another organisation. */
const JONAS = 'jonas@avironduconfluent.example';
const SECRET = 'Relevé bancaire introuvable';

/** Noor's request with one file: its number and the file's address. */
const openWithFile = async (page: Page): Promise<{ number: number; file: string }> => {
  await signIn(page, CAST.noor, { next: '/fr/requests/new' });
  await fillRequest(page, words, { subject: SECRET, description: 'Le relevé d’octobre n’apparaît pas dans la liste.' });
  await page.getByLabel(words.files).setInputFiles(await screenshot(page, 'releve.png'));
  await page.getByRole('button', { name: words.send }).click();
  const number = await openedNumber(page);
  const link = page.getByRole('list', { name: words.attached }).getByRole('link');
  return { number, file: (await link.getAttribute('href')) ?? '' };
};

test('a request and its files are not found by strangers, and found by those whom they concern', async ({
  page,
  browser,
}) => {
  const { number, file } = await openWithFile(page);
  // On paper its picture stands where it was sent.
  await page.goto(`/fr/requests/${number}/print`);
  const picture = page.getByRole('img', { name: 'releve.png' });
  await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
  const see = async (as: Page) => ({
    page: (await as.goto(`/fr/requests/${number}`))?.status(),
    file: (await as.request.get(file)).status(),
  });
  const person = async (email: string) => {
    const own = await browser.newPage();
    await signIn(own, email);
    return own;
  };

  const stranger = await person(JONAS);
  expect(await see(stranger)).toEqual({ page: 404, file: 404 });
  await expect(stranger.getByRole('heading', { level: 1 })).toHaveText(/^Cette page n’existe pas/);
  await expect(stranger.locator('body')).not.toContainText(SECRET);
  await stranger.goto('/fr/requests');
  await expect(stranger.locator('body')).not.toContainText(SECRET);
  // What does not exist at all looks the same.
  expect((await stranger.goto('/fr/requests/999999'))?.status()).toBe(404);
  await stranger.close();

  // Camille manages Noor's organisation; Théo answers requests.
  for (const email of [CAST.camille, CAST.theo]) {
    const reader = await person(email);
    expect(await see(reader), email).toEqual({ page: 200, file: 200 });
    await reader.close();
  }

  const visitor = await browser.newPage();
  await visitor.goto(`/fr/requests/${number}`);
  await expect(visitor).toHaveURL(`/fr/sign-in?${new URLSearchParams({ next: `/fr/requests/${number}` })}`);
  expect((await visitor.request.get(file)).status()).toBe(404);
  await visitor.close();
});

test('for customers there is no desk, no studio and no administration', async ({ page }) => {
  await signIn(page, CAST.camille);
  for (const path of [
    'desk',
    'desk/1',
    'studio',
    'studio/incidents',
    'studio/incidents/new',
    'studio/roadmap',
    'studio/roadmap/new',
    'admin',
    'admin/people',
    'admin/types',
    'admin/blocked',
    'admin/types/problem',
    'admin/mail',
  ]) {
    const answer = await page.goto(`/fr/${path}`);
    expect(answer?.status(), path).toBe(404);
  }
});

test('for visitors, whatever is behind the sign-in leads there', async ({ page }) => {
  for (const path of ['/fr/requests', '/fr/desk', '/fr/desk/7', '/fr/studio/roadmap', '/fr/admin/people']) {
    await page.goto(path);
    await expect(page, path).toHaveURL(`/fr/sign-in?${new URLSearchParams({ next: path })}`);
  }
});
