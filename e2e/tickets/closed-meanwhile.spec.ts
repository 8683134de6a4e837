import { expect, test } from '@playwright/test';
import { leaveDatabase, makePerson } from '../database';
import { CAST, signIn } from '../fixtures';
import { openedNumber } from './request-form';
import { WORDS } from './words';

const words = WORDS.fr;

test.afterAll(leaveDatabase);

test('what was being answered when its request was closed is the draft of the one that goes on from it', async ({
  page,
  browser,
}) => {
  const subject = `Tarif ${crypto.randomUUID().slice(0, 8)}`;
  const answer = 'Encore une chose : le tarif des anciens membres.';
  const { email } = await makePerson('Marc Fontaine');
  await signIn(page, email, { next: '/fr/requests/new?type=question' });
  await page.getByLabel(words.subject, { exact: true }).fill(subject);
  await page.getByLabel(words.description, { exact: true }).fill('Où règle-t-on le tarif réduit ?');
  await page.getByRole('button', { name: words.send }).click();
  const number = await openedNumber(page);
  await page.getByLabel(words.reply).fill(answer);
  const desk = await (await browser.newContext()).newPage();
  await signIn(desk, CAST.theo, { next: `/fr/desk/${number}` });
  await desk.getByLabel(words.move).selectOption('closed');
  await desk.getByLabel(/^Pourquoi la clôturer/).selectOption('solved');
  await desk.getByRole('button', { name: words.change, exact: true }).click();
  await expect(desk.getByText('Cette demande est close et n’accepte plus de réponse.').first()).toBeVisible();
  await page.getByRole('button', { name: words.sendReply }).click();
  await expect(page.getByText('Votre réponse n’est pas partie')).toBeVisible();
  await expect(page.getByLabel(words.reply)).toHaveValue(answer);
  await page.reload();
  await page.getByRole('link', { name: 'Ouvrir une demande liée' }).click();
  await expect(page.getByLabel(words.description, { exact: true })).toHaveValue(answer);
  await expect(page.getByLabel(words.subject, { exact: true })).toHaveValue(subject);
  await page.getByRole('button', { name: words.send }).click();
  expect(await openedNumber(page)).toBeGreaterThan(number);
});
