import { expect, test } from '@playwright/test';
import { CAST, expectAccessible, signIn } from '../fixtures';

test('without scripts, an agent fills in what the customer said, and the customer reads it', async ({ browser }) => {
  const customer = await browser.newContext({ javaScriptEnabled: false });
  const page = await customer.newPage();
  await signIn(page, CAST.sylvie);
  const request = {
    typeKey: 'problem',
    subject: `Relances en double ${crypto.randomUUID().slice(0, 8)}`,
    description: 'Depuis ce matin, chaque adhérent reçoit deux fois la même relance de cotisation.',
    answers: { version: '2026.40' },
  };
  const opened = await page.request.post('/api/trpc/tickets.open', { data: { json: request } });
  const { number } = (await opened.json()).result.data.json;

  const agent = await browser.newContext({ javaScriptEnabled: false });
  const desk = await agent.newPage();
  await signIn(desk, CAST.theo, { next: `/fr/desk/${number}` });
  const form = desk.locator('#correct');
  await form.getByText('Compléter ou corriger les réponses').click();
  await expect(form.getByLabel('Version', { exact: false }).first()).toHaveValue('2026.40');
  await form.getByLabel(/^Version/).fill('2026.47');
  await form.getByLabel(/^Adresse/).fill('club.test/relances');
  await form.getByRole('button', { name: 'Enregistrer les réponses' }).click();
  await expect(form.getByLabel(/^Adresse/)).toHaveAccessibleDescription(/https/);
  await expect(form.getByLabel(/^Version/)).toHaveValue('2026.47');
  await form.getByLabel(/^Adresse/).fill('https://club.test/relances');
  await form.getByRole('button', { name: 'Enregistrer les réponses' }).click();
  const values = desk.getByRole('list', { name: 'Conversation' });
  await expect(values.getByRole('link', { name: 'https://club.test/relances' })).toBeVisible();

  await page.goto(`/fr/requests/${number}`);
  await expect(page.getByRole('list', { name: 'Conversation' })).toContainText('2026.47');
  await expect(page.getByRole('main')).toContainText('Réponses du formulaire corrigées');
  await expect(page.getByText('Compléter ou corriger les réponses')).toHaveCount(0);
  await agent.close();
  await customer.close();

  const awake = await browser.newContext();
  const again = await awake.newPage();
  await signIn(again, CAST.theo, { locale: 'en', next: `/en/desk/${number}` });
  await again.getByText('Fill in or correct the answers').click();
  await expectAccessible(again, 'the form of the answers');
  await awake.close();
});
