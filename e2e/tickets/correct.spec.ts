import { expect, test } from '@playwright/test';
import { CAST, expectAccessible, expectAwake, signIn } from '../fixtures';

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

test('an agent adds the file that a form asks for, and takes the correction back; the customer sees both', async ({
  browser,
}) => {
  const customer = await browser.newContext();
  const page = await customer.newPage();
  await signIn(page, CAST.sylvie);
  const request = {
    typeKey: 'consulting',
    subject: `Reprise de nos données ${crypto.randomUUID().slice(0, 8)}`,
    description: 'Nous voudrions reprendre dix ans d’adhésions dans le logiciel avant l’été.',
    answers: { people: '3' },
  };
  const opened = await page.request.post('/api/trpc/tickets.open', { data: { json: request } });
  const { number } = (await opened.json()).result.data.json;
  await page.goto(`/fr/requests/${number}`);
  const theirs = page.getByRole('list', { name: 'Conversation' });
  await expect(theirs).toContainText('Nombre de personnes concernées');

  const agent = await browser.newContext();
  const desk = await agent.newPage();
  await signIn(desk, CAST.theo, { next: `/fr/desk/${number}` });
  await expectAwake(desk);
  await desk.getByText('Compléter ou corriger les réponses').click();
  const form = desk.locator('#correct');
  await form.getByLabel(/^Nombre de personnes/).fill('5');
  await form
    .getByLabel('choisissez des fichiers')
    .setInputFiles({ name: 'besoins.txt', mimeType: 'text/plain', buffer: Buffer.from('Dix ans d’adhésions.') });
  await expect(form.getByRole('button', { name: 'Retirer besoins.txt' })).toBeVisible();
  // The line is down when it is sent: the form stays, with what was written and the file that was sent ahead.
  await agent.setOffline(true);
  await form.getByRole('button', { name: 'Enregistrer les réponses' }).click();
  await expect(form.getByRole('alert')).toContainText('Nous n’avons pas pu joindre le service');
  await expect(form.getByLabel(/^Nombre de personnes/)).toHaveValue('5');
  await expect(form.getByRole('button', { name: 'Retirer besoins.txt' })).toBeVisible();
  await agent.setOffline(false);
  await form.getByRole('button', { name: 'Enregistrer les réponses' }).click();
  const conversation = desk.getByRole('list', { name: 'Conversation' });
  await expect(conversation.getByRole('link', { name: /besoins\.txt/ })).toBeVisible();
  await expect(theirs.getByRole('link', { name: /besoins\.txt/ })).toBeVisible();
  await expect(form.getByLabel('besoins.txt')).toBeChecked();
  await expectAccessible(desk, 'the form of the answers with a file');

  await conversation.getByRole('button', { name: 'Annuler', exact: true }).click();
  await expect(conversation).toContainText('Correction annulée');
  await expect(conversation.getByRole('link', { name: /besoins\.txt/ })).toHaveCount(0);
  await expect(form.getByLabel(/^Nombre de personnes/)).toHaveValue('3');
  await expect(theirs.getByRole('link', { name: /besoins\.txt/ })).toHaveCount(0);
  await agent.close();
  await customer.close();
});
