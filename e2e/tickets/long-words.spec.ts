import { expect, test } from '@playwright/test';
import { leaveDatabase, makePerson } from '../database';
import { CAST, signIn } from '../fixtures';
import { openedNumber } from './request-form';
import { WORDS } from './words';

const words = WORDS.fr;

test.afterAll(leaveDatabase);

test('a subject of one endless word makes no page wider than a phone', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 800 });
  const { email } = await makePerson('Nina Caron');
  await signIn(page, email, { next: '/fr/requests/new?type=question' });
  const subject = `${'anticonstitutionnellement'.repeat(5)} ?`;
  await page.getByLabel(words.subject, { exact: true }).fill(subject);
  await page.getByLabel(words.description, { exact: true }).fill(subject);
  await page.getByRole('button', { name: words.send }).click();
  const number = await openedNumber(page);
  const sideways = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  for (const path of ['requests', `requests/${number}`, `requests/${number}/print`]) {
    await page.goto(`/fr/${path}`);
    await expect(page.getByText(subject).first()).toBeVisible();
    expect(await sideways(), path).toBe(0);
  }
  await page.context().clearCookies();
  await signIn(page, CAST.theo, { next: `/fr/desk/${number}` });
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(subject);
  expect(await sideways(), 'desk').toBe(0);
  // Nor does it push the other columns of the inbox out of sight.
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto(`/fr/desk?q=${number}`);
  await expect(page.getByRole('link', { name: subject })).toBeVisible();
  const inbox = page.getByRole('region', { name: 'Boîte de réception' });
  expect(await inbox.evaluate((region) => region.scrollWidth - region.clientWidth), 'inbox').toBe(0);
});
