import { expect, type Page, test } from '@playwright/test';
import { leaveDatabase, makePerson } from '../database';
import { CAST, expectAccessible, signIn } from '../fixtures';
import { fillRequest, openedNumber } from './request-form';
import { WORDS } from './words';

const opened = async (page: Page, subject: string, email: string = CAST.sylvie): Promise<number> => {
  await signIn(page, email, { next: '/fr/requests/new' });
  await fillRequest(page, WORDS.fr, { subject, description: 'Le bouton ne répond plus depuis ce matin.' });
  await page.getByRole('button', { name: WORDS.fr.send }).click();
  return openedNumber(page);
};

test.afterAll(leaveDatabase);

test('an agent mentions a colleague by keyboard and hands a request over, which the customer never reads of', async ({
  page,
  browser,
}) => {
  const subject = `Relevé ${crypto.randomUUID().slice(0, 8)}`;
  const number = await opened(page, subject);
  const agent = await browser.newContext();
  const desk = await agent.newPage();
  await signIn(desk, CAST.theo, { next: `/fr/desk/${number}?compose=note` });
  const people = desk.getByRole('listbox', { name: 'Personnes à mentionner' });
  const note = desk.getByRole('textbox', { name: 'Note interne' });
  // The list of people is there once the page is awake.
  await expect(async () => {
    await note.fill('');
    await note.pressSequentially('Vu avec @yan');
    await expect(people.getByRole('option')).toHaveText(/Yanis Morel/, { timeout: 1_000 });
  }).toPass();
  await expectAccessible(desk);
  await note.press('Enter');
  await expect(note).toHaveValue('Vu avec @Yanis Morel ');
  await expect(people).toBeHidden();
  await desk.getByRole('button', { name: 'Ajouter la note' }).click();
  const conversation = desk.getByRole('list', { name: 'Conversation' });
  await expect(conversation.locator('mark')).toHaveText('@Yanis Morel');
  await expect(conversation).toContainText('Personne prévenue : Yanis Morel');

  const side = desk.getByRole('complementary');
  await expect(side.getByRole('definition').filter({ hasText: CAST.sylvie })).toBeVisible();
  await side.getByLabel('Changer le statut').selectOption('escalated');
  await side.getByLabel('Qu’avez-vous déjà essayé ?').fill('Reproduit avec un autre compte.');
  await side.getByRole('button', { name: 'Changer', exact: true }).click();
  await expect(side.getByLabel('Que demandez-vous ?')).toHaveAccessibleDescription(/Remplissez ce champ/);
  await expect(side.getByLabel('Qu’avez-vous déjà essayé ?')).toHaveValue('Reproduit avec un autre compte.');
  await side.getByLabel('Que demandez-vous ?').fill('Est-ce une régression ?');
  await side.getByRole('button', { name: 'Changer', exact: true }).click();
  await expect(conversation).toContainText('Transmise au niveau 2');
  await expect(conversation).toContainText('Est-ce une régression ?');
  await agent.close();

  await page.goto(`/fr/requests/${number}`);
  await expect(page.getByRole('main')).toContainText('Transmise (niveau 2)');
  await expect(page.getByRole('main')).not.toContainText('régression');
  await expect(page.getByRole('main')).not.toContainText('Yanis');
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('an agent proposes a call, the customer chooses, and the recap joins the conversation', async ({
    page,
    browser,
  }) => {
    const subject = `Appel ${crypto.randomUUID().slice(0, 8)}`;
    const number = await opened(page, subject);
    const agent = await browser.newContext({ javaScriptEnabled: false });
    const desk = await agent.newPage();
    await signIn(desk, CAST.theo, { next: `/fr/desk/${number}` });
    const side = desk.getByRole('complementary');
    await side.getByText('Proposer un rappel').click();
    const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
    await side.getByLabel('Moment 1').fill(`${tomorrow}T10:00`);
    await side.getByRole('button', { name: 'Envoyer la proposition' }).click();
    await expect(side.getByText('Proposez au moins 2 moments.')).toBeVisible();
    await expect(side.getByLabel('Moment 1')).toHaveValue(`${tomorrow}T10:00`);
    await side.getByLabel('Moment 2').fill(`${tomorrow}T15:30`);
    await side.getByRole('button', { name: 'Envoyer la proposition' }).click();
    await expect(desk.getByRole('region', { name: 'Rappel par téléphone' })).toContainText('à 15:30');

    await page.goto(`/fr/requests/${number}`);
    const call = page.getByRole('region', { name: 'Rappel par téléphone' });
    await call.getByRole('radio', { name: /à 15:30/ }).check();
    await call.getByRole('button', { name: 'Fixer ce rendez-vous' }).click();
    await expect(call.getByLabel('À quel numéro vous appeler ?')).toHaveAccessibleDescription(/Remplissez ce champ/);
    await expect(call.getByRole('radio', { name: /à 15:30/ })).toBeChecked();
    await call.getByLabel('À quel numéro vous appeler ?').fill('06 12 34 56 78');
    await call.getByRole('button', { name: 'Fixer ce rendez-vous' }).click();
    await expect(call).toContainText('au 06 12 34 56 78');

    await desk.reload();
    await desk.getByText('L’appel a déjà eu lieu : écrire le compte rendu').click();
    await desk.getByLabel('Compte rendu', { exact: true }).fill('Nous avons corrigé le fichier ensemble.');
    await desk.getByRole('button', { name: 'Envoyer le compte rendu' }).click();
    await expect(desk.getByRole('list', { name: 'Conversation' })).toContainText('Compte rendu d’appel');
    await agent.close();
    await page.reload();
    await expect(page.getByRole('list', { name: 'Conversation' })).toContainText('Nous avons corrigé le fichier');
  });
});

test('of two agents who take a request, the second is told that somebody else has it', async ({ page, browser }) => {
  const { email } = await makePerson('Théa Masson');
  const number = await opened(page, `Affiche ${crypto.randomUUID().slice(0, 8)}`, email);
  // Without scripts a page does not hear what others do: it shows what stood there when it was loaded.
  const stale = await (await browser.newContext({ javaScriptEnabled: false, locale: 'fr-FR' })).newPage();
  await signIn(stale, CAST.theo, { next: `/fr/desk/${number}` });
  const desk = await (await browser.newContext()).newPage();
  await signIn(desk, CAST.admin, { next: `/fr/desk/${number}` });
  const take = { name: WORDS.fr.take };
  await desk.getByRole('button', take).click();
  await expect(desk.getByRole('button', { name: WORDS.fr.release })).toBeVisible();
  await stale.getByRole('button', take).click();
  await expect(stale.getByText(/^La personne qui suit cette demande a changé entre-temps\./)).toBeVisible();
  const handledBy = stale.getByRole('complementary').getByRole('definition').filter({ hasText: 'Maud Kessler' });
  await expect(handledBy).toBeVisible();
  await stale.getByRole('button', take).click();
  await expect(stale.getByRole('button', { name: WORDS.fr.release })).toBeVisible();
});
