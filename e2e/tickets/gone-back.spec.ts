import { expect, test } from '@playwright/test';
import { leaveDatabase, makePerson } from '../database';
import { CAST, expectAwake, newAddress, signIn } from '../fixtures';
import { openedNumber } from './request-form';
import { WORDS } from './words';

const words = WORDS.fr;

test.afterAll(leaveDatabase);

test('whoever goes back after sending and writes anew has sent two requests', async ({ page }) => {
  const { email } = await makePerson('Lise Picard');
  await signIn(page, email, { next: '/fr/requests/new?type=question' });
  const write = async (subject: string) => {
    await page.getByLabel(words.subject, { exact: true }).fill(subject);
    await page.getByLabel(words.description, { exact: true }).fill('Je voudrais savoir où cela se règle.');
    await page.getByRole('button', { name: words.send }).click();
  };
  await write('Changer la couleur des billets');
  const first = await openedNumber(page);
  await page.goBack();
  await expect(page).toHaveURL(/\/new\?type=question$/);
  await write('Changer le prix des billets');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Changer le prix des billets');
  expect(await openedNumber(page)).not.toBe(first);
});

test('whoever goes back at the desk and changes other requests has changed those', async ({ page }) => {
  await signIn(page, CAST.theo, { next: '/fr/desk?status=all&sort=created' });
  const boxes = page.getByRole('checkbox', { name: /^Choisir la demande/ });
  const tag = newAddress('tag').slice(4, 12);
  const change = async (at: number) => {
    await expectAwake(page);
    await boxes.nth(at).check();
    await page.getByLabel('Action', { exact: true }).selectOption('tag');
    await page.getByRole('combobox', { name: 'Étiquettes' }).fill(`retour-${tag}`);
    await page.getByRole('button', { name: 'Appliquer aux demandes choisies' }).click();
    await expect(page).toHaveURL(/undo=/);
  };
  await change(0);
  const step = page.url();
  await page.goBack();
  await expect(page).not.toHaveURL(/undo=/);
  await change(1);
  expect(page.url()).not.toBe(step);
  await page.goto(`/fr/desk?status=all&tag=retour-${tag}`);
  await expect(boxes).toHaveCount(2);
});

test('gone back to, the filter of a list says what the list shows', async ({ page }) => {
  const filters = [
    { who: CAST.camille, path: '/fr/requests', field: 'État', at: '', to: 'resolved', button: 'Afficher' },
    { who: CAST.theo, path: '/fr/desk', field: 'Trier', at: 'activity', to: 'priority', button: 'Rechercher' },
    { who: CAST.theo, path: '/fr/desk/reports', field: 'Période', at: '30', to: '90', button: 'Afficher' },
  ];
  for (const { who, path, field, at, to, button } of filters) {
    await page.context().clearCookies();
    await signIn(page, who, { next: path });
    const chosen = page.getByRole('main').getByLabel(field, { exact: true });
    await expect(chosen).toHaveValue(at);
    await chosen.selectOption(to);
    await page.getByRole('main').getByRole('button', { name: button, exact: true }).click();
    await expect(page).toHaveURL(new RegExp(`=${to}`));
    await page.goBack();
    await expect(page).toHaveURL(path);
    await expect(chosen, path).toHaveValue(at);
  }
});
