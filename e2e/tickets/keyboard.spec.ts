import { expect, test } from '@playwright/test';
import { CAST, expectAccessible, signIn } from '../fixtures';

test('an agent goes through the desk by keys, finds them on a sheet, and switches them off', async ({ page }) => {
  await signIn(page, CAST.theo, { next: '/fr/desk?status=all' });
  await expect(page.getByRole('link', { name: 'Boîte de réception' })).toHaveAttribute('aria-current', 'page');
  // The button shows its own key as soon as keys are heard.
  const button = page.getByRole('button', { name: 'Raccourcis' });
  await expect(button).toContainText('?');
  const rows = page.getByRole('main').locator('tbody').getByRole('row');
  await page.keyboard.press('j');
  await expect(rows.nth(0).getByRole('link')).toBeFocused();
  await page.keyboard.press('j');
  await page.keyboard.press('x');
  await expect(rows.nth(1).getByRole('checkbox')).toBeChecked();
  await page.keyboard.press('?');
  const sheet = page.getByRole('dialog', { name: 'Raccourcis clavier' });
  await expect(sheet).toContainText('Demande suivante');
  await expectAccessible(page, 'the sheet of keys');
  await page.keyboard.press('Escape');
  await expect(sheet).toBeHidden();
  await page.keyboard.press('/');
  const search = page.getByRole('searchbox', { name: 'Rechercher dans les demandes' });
  await expect(search).toBeFocused();
  await page.keyboard.type('jx?');
  await expect(search).toHaveValue('jx?');
  await expect(rows.nth(1).getByRole('checkbox')).toBeChecked();

  await rows.nth(0).getByRole('link').focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/fr\/desk\/\d+$/);
  await expect(button).toContainText('?');
  await page.keyboard.press('t');
  await expect(page.getByLabel('Ajouter une étiquette')).toBeFocused();
  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('i');
  await expect(page.getByLabel('Numéro de l’autre demande')).toBeFocused();
  await page.getByRole('heading', { level: 1 }).click();
  await expect(page.locator('a[data-palette] kbd')).toHaveText('Ctrl K');
  await page.keyboard.press('Control+k');
  const palette = page.locator('dialog.search-palette');
  await palette.getByRole('combobox').fill('note interne');
  await palette.getByRole('option', { name: /Écrire une note interne/ }).click();
  await expect(page.getByLabel('Note interne', { exact: true })).toBeFocused();
  // The note stands on a page of its own, which tells when it hears keys: what it can do, and ⌘K beside the search.
  await expect(page).toHaveURL(/compose=note/);
  await expect(button).toContainText('?');
  await expect(page.locator('a[data-palette] kbd')).toHaveText('Ctrl K');

  await page.keyboard.press('Control+k');
  // More than the panel has room for: what scrolls is the list that the field's arrows lead through.
  await palette.getByRole('combobox').fill('');
  await expect(palette.getByRole('option', { name: /Fusionner avec une autre demande/ })).toBeAttached();
  await expectAccessible(page, 'the palette with what the page can do');
  await palette.getByRole('combobox').fill('sylvie');
  const person = palette.getByRole('group', { name: 'Personnes' }).getByRole('option', { name: /Sylvie Marchand/ });
  await expect(person).toContainText(CAST.sylvie);
  await person.click();
  await expect(page).toHaveURL(/requester=sylvie/);
  await expect(rows.nth(0)).toContainText('Sylvie Marchand');
  await expect(button).toContainText('?');

  await button.click();
  await sheet.getByLabel('Raccourcis d’une seule touche').uncheck();
  await page.keyboard.press('Escape');
  await expect(button).not.toContainText('?');
  for (const key of ['g', 'i', '?']) await page.keyboard.press(key);
  await expect(sheet).toBeHidden();
  // A sheet that had opened all the same would stand before the button, and its page would be another one.
  await button.click();
  await expect(page).toHaveURL(/requester=sylvie/);
  await sheet.getByLabel('Raccourcis d’une seule touche').check();
  await page.keyboard.press('Escape');
  await expect(button).toContainText('?');
  for (const key of ['g', 'i']) await page.keyboard.press(key);
  await expect(page).toHaveURL('/fr/desk');
});

test('somebody chooses a key of their own, without scripts, and works with it', async ({ browser }) => {
  const plain = await browser.newContext({ javaScriptEnabled: false });
  const page = await plain.newPage();
  await signIn(page, CAST.ines, { next: '/fr/account/keys' });
  // The account is no part of one's requests.
  await expect(page.getByRole('link', { name: 'Mes demandes' }).first()).not.toHaveAttribute('aria-current', 'true');
  const help = page.getByLabel('Tous les raccourcis');
  await help.fill('k');
  await page.getByRole('button', { name: 'Enregistrer mes touches' }).click();
  await expect(help).toHaveAccessibleDescription(/Cette touche sert déjà à « Demande précédente »/);
  await expect(help).toHaveValue('k');
  await help.fill('w');
  await page.getByRole('button', { name: 'Enregistrer mes touches' }).click();
  await expect(page.getByText('Vos touches sont enregistrées.')).toBeVisible();
  await expect(help).toHaveValue('w');
  await plain.close();

  const awake = await browser.newContext();
  const studio = await awake.newPage();
  await signIn(studio, CAST.ines, { next: '/fr/studio' });
  await expect(studio.getByRole('button', { name: 'Raccourcis' })).toContainText('W');
  await studio.keyboard.press('w');
  const sheet = studio.getByRole('dialog', { name: 'Raccourcis clavier' });
  await sheet.getByRole('link', { name: 'Choisir mes propres touches' }).click();
  await expect(studio.getByRole('heading', { level: 1 })).toHaveText('Mes raccourcis clavier');
  await expectAccessible(studio, 'keys of one’s own');
  await studio.getByRole('button', { name: 'Revenir aux touches habituelles' }).click();
  await expect(studio.getByRole('button', { name: 'Revenir aux touches habituelles' })).toHaveCount(0);
  await awake.close();
});

test('whoever types the number of a request into the palette and presses Enter is led to it', async ({ page }) => {
  await signIn(page, CAST.theo, { next: '/fr/desk' });
  await expect(page.locator('a[data-palette] kbd')).toHaveText('Ctrl K');
  const palette = page.locator('dialog.search-palette');
  const field = palette.getByRole('combobox');
  await page.keyboard.press('Control+k');
  await field.fill('#1013');
  await expect(palette.getByRole('group').getByRole('option', { name: /#1013/ })).toBeVisible();
  await field.press('Enter');
  await expect(page).toHaveURL(/\/fr\/desk\/1013$/);
  await expect(page.locator('a[data-palette] kbd')).toHaveText('Ctrl K');
  await page.keyboard.press('Control+k');
  await field.fill('import');
  await expect(palette.getByRole('option').first()).toBeVisible();
  await field.press('Enter');
  await expect(page).toHaveURL(/\/fr\/search\?q=import$/);
});
