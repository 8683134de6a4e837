import { expect, test } from '@playwright/test';
import { CAST, signIn } from '../fixtures';

test('an agent takes an answer back before it leaves and writes on, then puts the request to sleep in words', async ({
  browser,
}) => {
  // Without scripts there is nothing that waits for a page to wake up, and the way back is a form.
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  const words = `Réponse ${crypto.randomUUID().slice(0, 8)}`;
  await signIn(page, CAST.theo, { next: '/fr/desk' });
  await page.getByRole('link', { name: /Trier la liste des adhérents/ }).click();
  await page.getByLabel('Réponse à Camille Roux').fill(words);
  await page.getByRole('button', { name: 'Envoyer la réponse' }).click();
  const conversation = page.getByRole('list', { name: 'Conversation' });
  await expect(conversation).toContainText(words);
  const takeBack = page.getByRole('button', { name: 'Annuler l’envoi' });
  await takeBack.click();
  // On a machine that took longer than the answer waits, the way back says so.
  const late = page.getByText(/trop tard/i);
  const back = page.getByText('Votre réponse n’est pas partie');
  await expect(late.or(back)).toBeVisible();
  if (await back.isVisible()) {
    await expect(page.getByLabel('Réponse à Camille Roux')).toHaveValue(words);
    await expect(conversation).not.toContainText(words);
  }

  const side = page.getByRole('complementary');
  await side.getByText('Mettre en veille', { exact: true }).first().click();
  await side.getByLabel('Jusqu’à quand ?').fill('quand il pleuvra');
  await side.getByRole('button', { name: 'Mettre en veille' }).click();
  await expect(page.getByText(/Indiquez un moment, par exemple/)).toBeAttached();
  await context.close();
});
