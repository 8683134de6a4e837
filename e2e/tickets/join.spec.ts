import { expect, type Page, test } from '@playwright/test';
import { CAST, expectAccessible, expectAwake, signIn } from '../fixtures';

type Opened = { number: number; subject: string };

/** Opens a request as whoever is signed in, by the door that pages use. */
const openAs = async (page: Page, about: string): Promise<Opened> => {
  const subject = `${about} ${crypto.randomUUID().slice(0, 8)}`;
  const request = { typeKey: 'question', subject, description: 'Depuis ce matin, sur tous nos postes.' };
  const answer = await page.request.post('/api/trpc/tickets.open', { data: { json: request } });
  return { number: (await answer.json()).result.data.json.number, subject };
};

const say = (page: Page, number: number, body: string) =>
  page.request.post('/api/trpc/tickets.reply', { data: { json: { number, body } } });

test('a request is merged, its customer is led on, and the merge is taken back; a message is split off', async ({
  page,
  browser,
}) => {
  await signIn(page, CAST.noor);
  const one = await openAs(page, 'Reçus en double');
  const two = await openAs(page, 'Reçus fiscaux envoyés deux fois');
  await say(page, one.number, 'Et l’export des adhérents est vide.');

  const desk = await (await browser.newContext()).newPage();
  await signIn(desk, CAST.theo, { next: `/fr/desk/${one.number}` });
  await expectAwake(desk);
  const side = desk.getByRole('complementary');
  await side.getByText('Fusionner avec une autre demande').click();
  await side.getByLabel('Fusionner dans la demande n°').fill(String(one.number));
  await side.getByRole('button', { name: 'Fusionner', exact: true }).click();
  const into = side.getByLabel('Fusionner dans la demande n°');
  await expect(into).toHaveAccessibleDescription(/Indiquez une autre demande/);
  await into.fill(`#${two.number}`);
  await side.getByRole('button', { name: 'Fusionner', exact: true }).click();
  await expect(desk.getByText(`Cette demande se poursuit dans la demande n° ${two.number}`)).toBeVisible();
  await expect(side.getByRole('list', { name: 'Demandes liées' })).toContainText(two.subject);
  await expectAccessible(desk, 'merged');

  await page.goto(`/fr/requests/${one.number}`);
  await page.getByRole('link', { name: new RegExp(`Voir la demande n°\\s${two.number}`) }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(two.subject);

  await desk.getByRole('button', { name: 'Annuler la fusion' }).click();
  await expect(desk.getByRole('button', { name: 'Annuler la fusion' })).toHaveCount(0);
  await expect(side.getByText('Aucune demande liée.')).toBeVisible();

  const split = `L’export est vide ${crypto.randomUUID().slice(0, 8)}`;
  await desk.getByText('Suivre ce message à part').click();
  await desk.getByLabel('Sujet de la nouvelle demande').fill(split);
  // The line is down when it is sent: the page stays, with what was typed.
  await desk.context().setOffline(true);
  await desk.getByRole('button', { name: 'Créer la demande' }).click();
  await expect(desk.getByText('Nous n’avons pas pu joindre le service')).toBeVisible();
  await expect(desk.getByLabel('Sujet de la nouvelle demande')).toHaveValue(split);
  await desk.context().setOffline(false);
  await desk.getByRole('button', { name: 'Créer la demande' }).click();
  await expect(desk.getByRole('heading', { level: 1 })).toHaveText(split);
  await expect(desk.getByRole('list', { name: 'Conversation' })).toContainText('l’export des adhérents est vide');
  await desk.getByRole('list', { name: 'Demandes liées' }).getByRole('link').click();
  await expect(desk.getByText(/Ce message est suivi à part/)).toBeVisible();
  await desk.context().close();
});

test('without scripts, the desk asks for what is missing, and a closed request is gone on from', async ({
  browser,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await signIn(page, CAST.noor);
  const { number, subject } = await openAs(page, 'Import');
  const desk = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await signIn(desk, CAST.theo, { next: `/fr/desk/${number}` });
  const question = desk.getByLabel('Ce que le demandeur recevra');
  await desk.getByText('Demander ce qui manque').click();
  await expect(question).toHaveValue(/^Bonjour Noor/);
  await question.fill('Quel fichier importez-vous ?');
  await desk.getByRole('button', { name: 'Demander', exact: true }).click();
  await expect(desk.getByRole('list', { name: 'Conversation' })).toContainText('Quel fichier importez-vous ?');

  await page.goto(`/fr/requests/${number}`);
  await expect(page.getByText('Nous avons besoin de précisions')).toBeVisible();
  await page.getByLabel('Votre réponse').fill('Celui du printemps.');
  await page.getByRole('button', { name: 'Envoyer la réponse' }).click();
  await expect(page.getByText('Nous avons besoin de précisions')).toHaveCount(0);

  await desk.goto(`/fr/desk/${number}`);
  await desk.getByLabel('Changer le statut').selectOption('Clôturée');
  await desk.getByLabel('Pourquoi la clôturer').selectOption('Traitée');
  await desk.getByRole('button', { name: 'Changer', exact: true }).click();
  await expect(desk.getByText('Cette demande est close et n’accepte plus de réponse.')).toBeVisible();
  await page.goto(`/fr/requests/${number}`);
  await page.getByRole('link', { name: 'Ouvrir une demande liée' }).click();
  await expect(page.getByText(`À la suite de la demande n° ${number}`)).toBeVisible();
  await expect(page.getByLabel('Sujet', { exact: true })).toHaveValue(subject);
  await page.getByLabel('Description', { exact: true }).fill('Cela recommence depuis ce matin.');
  await page.getByRole('button', { name: 'Envoyer la demande' }).click();
  await expect(page.getByRole('list', { name: 'Demandes liées' })).toContainText(`#${number}`);
  await desk.context().close();
  await context.close();
});
