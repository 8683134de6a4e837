import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { CAST, DEMO_PASSWORD, expectAccessible } from '../fixtures';
import { type OwnApp, removeOwnApp, startOwnApp } from '../operations/own-app';

// An installation with content of its own: the act writes into a file.
test.describe.configure({ mode: 'serial', timeout: 180_000 });

const FILE = 'fr/articles/adherents/fusionner-les-doublons.mdx';
const TITLE = 'Fusionner les doublons';

let app: OwnApp;
const source = (folder = app.contentDir): Promise<string> => readFile(join(folder, FILE), 'utf8');

test.beforeAll(async () => {
  test.setTimeout(240_000);
  app = await startOwnApp(async (folder) => {
    const old = (await source(folder)).replace(/^(publishedOn|changedOn|reviewedOn): .*$/gm, '$1: 2025-02-03');
    await writeFile(join(folder, FILE), old);
  });
});
test.afterAll(() => removeOwnApp(app));

const enter = async (page: Page, email: string, next: string): Promise<void> => {
  await page.goto(`${app.origin}/fr/sign-in?${new URLSearchParams({ next })}`);
  const main = page.getByRole('main');
  await main.getByLabel('Adresse e-mail', { exact: true }).fill(email);
  await main.getByLabel('Mot de passe', { exact: true }).fill(DEMO_PASSWORD);
  await main.getByRole('button', { name: 'Se connecter', exact: true }).click();
  await expect(page).toHaveURL(app.origin + next);
};

test('an editor sees first what waits for a review, says that it is true, and takes it back', async ({ page }) => {
  await enter(page, CAST.ines, '/fr/studio/articles');
  const before = await source();
  const first = page.getByRole('row').nth(1);
  await expect(first).toContainText(TITLE);
  await expect(first).toContainText('3 février 2025');
  await expectAccessible(page, 'list');
  await first.getByRole('button', { name: /relu aujourd’hui/ }).click();
  const told = page.getByRole('status').filter({ hasText: TITLE });
  await expect(told).toBeVisible();
  const today = await page.evaluate(() => new Intl.DateTimeFormat('sv', { timeZone: 'Europe/Paris' }).format());
  expect(await source()).toBe(before.replace('reviewedOn: 2025-02-03', `reviewedOn: ${today}`));
  await expect(async () => {
    await page.goto(`${app.origin}/fr/help/adherents/fusionner-les-doublons`);
    await expect(page.locator(`time[datetime="${today}"]`).first()).toBeVisible({ timeout: 500 });
  }).toPass();
  await page.goBack();
  await page.getByRole('button', { name: 'Annuler' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'rétablie' })).toBeVisible();
  expect(await source()).toBe(before);
});

test('the list is narrowed by words and by what is to be done, in English too', async ({ page }) => {
  await enter(page, CAST.ines, '/fr/studio/articles');
  await page.goto(`${app.origin}/en/studio/articles`);
  await page.getByLabel('To do').selectOption({ label: 'No translation' });
  await page.getByRole('button', { name: 'Filter' }).click();
  await expect(page.getByRole('link', { name: 'Préparer une assemblée générale' })).toBeVisible();
  await expect(page.getByText('No English version')).toBeVisible();
  await expect(page.getByRole('row')).toHaveCount(2);
  await expectAccessible(page, 'narrowed');
  await page.getByLabel('Title, author or key').fill('nothing of the kind');
  await page.getByRole('button', { name: 'Filter' }).click();
  await expect(page.getByText('No article matches')).toBeVisible();
});

test('nobody else gets there', async ({ page }) => {
  await enter(page, CAST.theo, '/fr/account');
  await page.goto(`${app.origin}/fr/studio/articles`);
  await expect(page.getByRole('button', { name: /relu aujourd’hui/ })).toHaveCount(0);
});
