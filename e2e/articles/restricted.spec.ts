import { expect, type Page, test } from '@playwright/test';

const FOR_CUSTOMERS = { path: '/fr/help/comptabilite/suivre-les-versements', title: 'Suivre les versements' };
const FOR_AGENTS = {
  path: '/fr/help/evenements/rembourser-hors-delai-procedure-interne',
  title: /Rembourser hors délai/,
};

const signIn = async (page: Page, email: string): Promise<void> => {
  await page.goto('/fr/sign-in');
  await page
    .getByRole('main')
    .getByRole('textbox', { name: /e-mail/i })
    .fill(email);
  await page.getByLabel('Mot de passe', { exact: true }).fill('guichet-demo');
  await page.getByRole('main').getByRole('button', { name: 'Se connecter', exact: true }).click();
  await page.waitForURL((url) => !url.pathname.endsWith('/sign-in'));
};

const statusOf = async (page: Page, path: string): Promise<number | undefined> => (await page.goto(path))?.status();

const suggested = async (page: Page): Promise<string> =>
  (await page.request.get('/api/search?locale=fr&q=rembourser%20hors%20delai')).text();

test('a visitor finds nothing of what is reserved', async ({ page }) => {
  expect(await statusOf(page, FOR_CUSTOMERS.path)).toBe(404);
  expect(await statusOf(page, FOR_AGENTS.path)).toBe(404);
  expect(await suggested(page)).not.toContain('procédure interne');
  await page.goto('/fr/search?q=rembourser hors delai');
  await expect(page.getByRole('link', { name: FOR_AGENTS.title })).toHaveCount(0);
});

test('a customer reads what is for customers, at its own address, and not what is for agents', async ({ page }) => {
  await signIn(page, 'camille@lesamisdujardin.example');
  const answer = await page.goto(FOR_CUSTOMERS.path);
  expect(answer?.headers()['cache-control']).toContain('no-store');
  await expect(page.getByRole('heading', { level: 1, name: FOR_CUSTOMERS.title })).toBeVisible();
  expect(new URL(page.url()).pathname).toBe(FOR_CUSTOMERS.path);
  expect(await statusOf(page, FOR_AGENTS.path)).toBe(404);
  expect(await suggested(page)).not.toContain('procédure interne');
});

test('an agent reads all, and leaves nothing behind for visitors', async ({ page, browser }) => {
  await signIn(page, 'theo@guichet.example');
  await page.goto(FOR_AGENTS.path);
  await expect(page.getByRole('heading', { level: 1, name: FOR_AGENTS.title })).toBeVisible();
  expect(await suggested(page)).toContain('procédure interne');
  const visitor = await browser.newPage();
  expect(await statusOf(visitor, FOR_AGENTS.path)).toBe(404);
  await visitor.close();
});
