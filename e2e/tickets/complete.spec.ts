import { expect, test } from '@playwright/test';
import { CAST, expectAccessible, signIn } from '../fixtures';

test('a customer who was asked for more fills in exactly what is missing, with and without scripts', async ({
  browser,
}) => {
  const plain = await browser.newContext({ javaScriptEnabled: false });
  const page = await plain.newPage();
  await signIn(page, CAST.sylvie);
  const request = {
    typeKey: 'problem',
    subject: `Relances en double ${crypto.randomUUID().slice(0, 8)}`,
    description: 'Depuis ce matin, chaque adhérent reçoit deux fois la même relance de cotisation.',
    answers: { steps: 'Ouvrir les relances, envoyer.', error: 'aucun', example: 'Madame Morel' },
    ...{ blocked: 'partly', wayRound: 'easy', reach: 'one' },
  };
  const opened = await page.request.post('/api/trpc/tickets.open', { data: { json: request } });
  const { number } = (await opened.json()).result.data.json;
  const agent = await browser.newContext();
  const desk = await agent.newPage();
  await signIn(desk, CAST.theo);
  const asking = { json: { number, body: 'Quelle version avez-vous, et sur quelle page ?' } };
  expect((await desk.request.post('/api/trpc/tickets.askMore', { data: asking })).ok()).toBe(true);

  await page.goto(`/fr/requests/${number}`);
  const form = page.getByRole('region', { name: 'Il manque aussi ces éléments' });
  await expect(form.getByLabel(/^Étapes/)).toHaveCount(0);
  await form.getByLabel(/^Version/).fill('2026.47');
  await form.getByLabel(/^Adresse/).fill('club.test/relances');
  await form.getByRole('button', { name: 'Envoyer ces éléments' }).click();
  // What is wrong is told beside it, and what was written stays.
  await expect(form.getByLabel(/^Adresse/)).toHaveAccessibleDescription(/https/);
  await expect(form.getByLabel(/^Version/)).toHaveValue('2026.47');
  await form.getByLabel(/^Adresse/).fill('');
  await form.getByRole('button', { name: 'Envoyer ces éléments' }).click();
  await expect(page.getByRole('list', { name: 'Conversation' })).toContainText('2026.47');
  await plain.close();

  const awake = await browser.newContext();
  const again = await awake.newPage();
  await signIn(again, CAST.sylvie, { next: `/fr/requests/${number}` });
  const rest = again.getByRole('region', { name: 'Compléter votre demande' });
  await expect(rest.getByLabel(/^Version/)).toHaveCount(0);
  const meter = rest.getByRole('progressbar');
  const before = Number(await meter.getAttribute('value'));
  await rest.getByLabel(/^Adresse/).fill('https://club.test/relances');
  await expect(meter).toHaveAttribute('value', String(before + 1));
  await expectAccessible(again, 'the form of what is missing');
  await rest.getByRole('button', { name: 'Envoyer ces éléments' }).click();
  await expect(rest).toHaveCount(0);
  await expect(again.getByRole('list', { name: 'Conversation' })).toContainText('https://club.test/relances');
  await awake.close();

  await desk.goto(`/fr/desk/${number}`);
  await expect(desk.getByRole('main')).toContainText('Réponses du formulaire complétées');
  await agent.close();
});

test('that deadlines wait for what is missing is said where they do, and nowhere else', async ({ page }) => {
  await page.goto('/fr/requests/new?type=problem');
  const meter = page.getByRole('region', { name: /^Éléments réunis/ });
  await expect(meter).toContainText('nos délais courent pour une demande complète');
  await page.goto('/en/requests/new?type=suggestion');
  const gathered = page.getByRole('region', { name: /^Parts gathered/ });
  await expect(gathered).toContainText('You can send it as it is. Each detail saves a question.');
});
