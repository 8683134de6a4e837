import { expect, test } from '@playwright/test';
import { CAST, expectAccessible, signIn } from '../fixtures';

test('an admin makes a team, notes an absence, and an agent gives a request to it', async ({ page, browser }) => {
  const name = `Bénévoles ${crypto.randomUUID().slice(0, 8)}`;
  await signIn(page, CAST.admin, { next: '/fr/admin/teams' });
  await page.getByRole('link', { name: 'Nouveau pôle' }).click();
  await page.getByRole('button', { name: 'Créer le pôle' }).click();
  await expect(page.getByLabel('Nom en français')).toHaveAccessibleDescription('Remplissez ce champ.');

  await page.getByLabel('Nom en français').fill(name);
  await page.getByLabel('Donner les demandes à tour de rôle').check();
  await page.getByLabel('Yanis Morel', { exact: true }).check();
  await page.getByRole('button', { name: 'Créer le pôle' }).click();
  await expect(page.getByRole('main').getByRole('status')).toHaveText('Le pôle est enregistré.');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
  await expectAccessible(page);

  const agent = await browser.newContext();
  const desk = await agent.newPage();
  await signIn(desk, CAST.theo, { next: '/fr/desk' });
  await desk.getByRole('link', { name: /Donner à deux bénévoles/ }).click();
  await desk.getByText('Confier à un pôle ou à quelqu’un').click();
  await desk.getByRole('combobox', { name: 'Pôle' }).selectOption(name);
  await desk.getByRole('button', { name: 'Confier', exact: true }).click();
  const details = desk.getByRole('complementary');
  await expect(details.getByRole('definition').filter({ hasText: name })).toBeVisible();
  await expect(details.getByRole('definition').filter({ hasText: 'Yanis Morel' })).toBeVisible();
  await expect(details.getByText('À tour de rôle')).toBeVisible();
  await agent.close();

  await page.goto('/fr/admin/teams');
  await page.getByLabel('Du', { exact: true }).fill('2031-08-04');
  await page.getByRole('button', { name: 'Ajouter l’absence' }).click();
  // Nobody is away because a list happened to begin with them.
  await expect(page.getByLabel('Personne', { exact: true })).toHaveAccessibleDescription(
    'Choisissez une des valeurs proposées.',
  );
  await expect(page.getByLabel('Du', { exact: true })).toHaveValue('2031-08-04');
  await page.getByLabel('Personne', { exact: true }).selectOption('Yanis Morel');
  await page.getByRole('button', { name: 'Ajouter l’absence' }).click();
  await expect(page.getByRole('main').getByRole('status')).toHaveText('L’absence est notée.');
  await page.getByRole('button', { name: 'Retirer l’absence de Yanis Morel' }).click();
  await expect(page.getByRole('main').getByRole('status')).toHaveText('L’absence est retirée.');
  await page.getByRole('link', { name }).click();
  await page.getByText('Supprimer ce pôle').click();
  await page.getByRole('button', { name: 'Supprimer définitivement' }).click();
  await expect(page.getByRole('main').getByRole('alert')).toContainText('Ce pôle a servi');
  await page.getByRole('button', { name: 'Mettre de côté' }).click();
  await expect(page.getByRole('main').getByRole('status')).toHaveText('Le pôle est mis de côté.');
});

test('for agents the administration of teams does not exist', async ({ page }) => {
  await signIn(page, CAST.theo);
  const answer = await page.goto('/fr/admin/teams');
  expect(answer?.status()).toBe(404);
});
