import { expect, test } from '@playwright/test';
import { CAST, expectAccessible, expectAwake, signIn } from '../fixtures';

test('an admin writes a canned reply, and an agent answers with it', async ({ page, browser }) => {
  const title = `Réponse ${crypto.randomUUID().slice(0, 8)}`;
  await signIn(page, CAST.admin, { next: '/fr/admin/replies' });
  await page.getByRole('link', { name: 'Nouvelle réponse type' }).click();
  await page.getByLabel('Nom', { exact: true }).fill(title);
  await page.getByLabel('Texte en français').fill('Bonjour {surnom}');
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(page.getByLabel('Texte en français')).toHaveAccessibleDescription(/Un mot entre accolades/);
  await expect(page.getByLabel('Texte en français')).toHaveValue('Bonjour {surnom}');
  await page.getByLabel('Texte en français').fill('Bonjour {prenom}, au sujet de « {sujet} ».');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(page.getByRole('main').getByRole('status')).toHaveText('La réponse type est enregistrée.');

  const agent = await browser.newContext();
  const desk = await agent.newPage();
  await signIn(desk, CAST.theo, { next: '/fr/desk' });
  await desk.getByRole('link', { name: /Trier la liste des adhérents/ }).click();
  // The list that is left has the same button.
  await expect(desk).toHaveURL(/\/fr\/desk\/\d+$/);
  await expectAwake(desk);
  const answer = desk.getByLabel('Réponse à Camille Roux');
  await answer.fill('Merci de votre message.');
  await desk.getByLabel('Réponse type').selectOption(title);
  // Where it cannot be fetched, what was written stays, and so does the choice.
  await desk.route('**/api/trpc/replies.fillIn*', (route) => route.abort());
  await desk.getByRole('button', { name: 'Insérer' }).click();
  await expect(desk.getByText('Nous n’avons pas pu joindre le service')).toBeVisible();
  await expect(answer).toHaveValue('Merci de votre message.');
  await expectAccessible(desk, 'a canned reply that could not be fetched');
  await desk.unroute('**/api/trpc/replies.fillIn*');
  await desk.getByRole('button', { name: 'Insérer' }).click();
  // Beside what was written already, which stays on the device until it is sent.
  const both =
    'Merci de votre message.\n\nBonjour Camille, au sujet de « Trier la liste des adhérents par date d’arrivée ».';
  await expect(answer).toHaveValue(both);
  await expect(answer).toBeFocused();
  await desk.getByRole('link', { name: 'Note interne' }).click();
  await expect(desk.getByLabel('Note interne', { exact: true })).toHaveValue('');
  await desk.getByRole('link', { name: 'Répondre', exact: true }).click();
  await expect(answer).toHaveValue(both);
  await expect(desk.getByText('Brouillon retrouvé')).toBeVisible();
  await agent.close();

  await page.getByRole('link', { name: title }).click();
  await page.getByText('Supprimer cette réponse type').click();
  await page.getByRole('button', { name: 'Supprimer définitivement' }).click();
  await expect(page.getByRole('main').getByRole('status')).toHaveText('La réponse type est supprimée.');
});

test('for agents the administration of canned replies does not exist', async ({ page }) => {
  await signIn(page, CAST.theo);
  const answer = await page.goto('/fr/admin/replies');
  expect(answer?.status()).toBe(404);
});
