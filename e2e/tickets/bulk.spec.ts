import { expect, type Page, test } from '@playwright/test';
import { CAST, expectAccessible, signIn } from '../fixtures';

/** Two old requests of the demo, which nobody else looks at. */
const LIST = '/fr/desk?status=all&organisation=Aviron';
const OLD = ['Reprendre trois ans de comptabilité', 'Correctif des reçus fiscaux'];

const row = (page: Page, subject: string) => page.getByRole('row').filter({ hasText: subject });
const chosen = (page: Page) => page.getByRole('region', { name: 'Demandes choisies' });

for (const javaScriptEnabled of [true, false]) {
  test(`several requests are tagged at once and taken back (${javaScriptEnabled ? 'with' : 'without'} scripts)`, async ({
    browser,
  }) => {
    const context = await browser.newContext({ javaScriptEnabled });
    const page = await context.newPage();
    const tag = `zq${crypto.randomUUID().slice(0, 8)}`;
    await signIn(page, CAST.theo, { next: LIST });
    for (const subject of OLD) await row(page, subject).getByRole('checkbox').check();
    await chosen(page).getByLabel('Action').selectOption('Ajouter des étiquettes');
    await chosen(page).getByLabel('Étiquettes').fill(tag);
    await chosen(page).getByRole('button', { name: 'Appliquer aux demandes choisies' }).click();
    const main = page.getByRole('main');
    await expect(main.getByText('2 demandes ont changé.')).toBeVisible();
    for (const subject of OLD) await expect(row(page, subject)).toContainText(tag);
    // The checker is a script itself.
    if (javaScriptEnabled) await expectAccessible(page);
    await main.getByRole('button', { name: 'Annuler', exact: true }).click();
    await expect(main.getByText('C’est annulé.')).toBeVisible();
    for (const subject of OLD) await expect(row(page, subject)).not.toContainText(tag);
    await context.close();
  });
}

test('what cannot be done is said beside its field, and nothing chosen is lost', async ({ page }) => {
  await signIn(page, CAST.theo, { next: LIST });
  const box = row(page, 'Préparer la billetterie de la régate').getByRole('checkbox');
  await box.check();
  await chosen(page).getByRole('button', { name: 'Appliquer aux demandes choisies' }).click();
  await expect(chosen(page).getByLabel('Action')).toHaveAccessibleDescription('Choisissez une des valeurs proposées.');
  await chosen(page).getByLabel('Action').selectOption('Confier à quelqu’un');
  await chosen(page).getByRole('button', { name: 'Appliquer aux demandes choisies' }).click();
  await expect(chosen(page).getByLabel('Personne', { exact: true })).toHaveAccessibleDescription(/Choisissez une des/);
  await chosen(page).getByLabel('Action').selectOption('Changer le statut');
  await chosen(page).getByLabel('Nouveau statut').selectOption('En attente d’un partenaire');
  await chosen(page).getByRole('button', { name: 'Appliquer aux demandes choisies' }).click();
  await expect(chosen(page).getByLabel('Quel partenaire ?')).toHaveAccessibleDescription('Remplissez ce champ.');
  await expect(box).toBeChecked();
});
