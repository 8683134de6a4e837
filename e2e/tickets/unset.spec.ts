import { expect, test } from '@playwright/test';
import { CAST, expectAccessible, signIn } from '../fixtures';

test('what need not be answered can be taken back, with the level of criticality that followed from it', async ({
  page,
}) => {
  await signIn(page, CAST.sylvie, { next: '/fr/requests/new?type=problem' });
  const main = page.getByRole('main');
  const clear = main.getByRole('button', { name: /^Effacer ma réponse.*Le problème se produit/ });
  const sometimes = main.getByRole('radio', { name: 'De temps en temps' });
  await expect(clear).toHaveCount(0);
  await sometimes.check();
  await clear.click();
  await expect(sometimes).not.toBeChecked();
  await expect(main.getByRole('radio', { name: 'À chaque fois' })).toBeFocused();
  await expect(clear).toHaveCount(0);

  await main.getByRole('radio', { name: 'Oui, une tâche vitale' }).check();
  await main.getByRole('group', { name: 'Peut-on faire autrement' }).getByRole('radio', { name: 'Non' }).check();
  await main.getByRole('radio', { name: 'Tout le monde' }).check();
  const level = main.getByRole('status').filter({ hasText: 'Criticité' });
  await expect(level).toBeVisible();
  const urgent = main.getByRole('group', { name: 'Demande urgente' });
  await expect(urgent).toBeVisible();
  await expectAccessible(page, 'the urgent path');
  await main.getByRole('button', { name: 'Effacer mes réponses' }).click();
  await expect(level).toHaveCount(0);
  await expect(urgent).toHaveCount(0);
});
