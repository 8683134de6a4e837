import { expect, type Page, test } from '@playwright/test';
import { leaveDatabase, makePerson } from '../database';
import { CAST, expectAccessible, expectAwake, followMail, signIn } from '../fixtures';

const call = async (page: Page, verb: string, json: unknown) =>
  page.request.post(`/api/trpc/${verb}`, { data: { json } });
const answerOf = async (answer: Awaited<ReturnType<typeof call>>) => (await answer.json()).result.data.json;

/** Opens a request as whoever is signed in, by the door that pages use. */
const openRequest = async (page: Page): Promise<number> => {
  const subject = `Import en attente ${crypto.randomUUID().slice(0, 8)}`;
  const request = { typeKey: 'question', subject, description: 'Depuis ce matin, sur tous nos postes.' };
  return (await answerOf(await call(page, 'tickets.open', request))).number;
};

type Step = { status: string; from: string; fr: string };

/** An incident of this test's own, which touches no component; `publish` adds a step. */
const openIncident = async (editor: Page) => {
  const stamp = crypto.randomUUID().slice(0, 6);
  const title = { fr: `Imports en retard ${stamp}`, en: `Imports late ${stamp}` };
  const step = { impact: 'none', components: [], confirm: true };
  const first = { title, status: 'investigating', body: { fr: 'Nous cherchons.', en: 'We are looking.' }, ...step };
  const { id } = await answerOf(await call(editor, 'incidents.open', first));
  return {
    id: String(id),
    title,
    publish: async ({ status, from, fr }: Step) => {
      const answer = await call(editor, 'incidents.update', { id, from, status, body: { fr }, ...step });
      expect(answer.status()).toBe(200);
    },
  };
};

test.afterAll(leaveDatabase);

test('an incident is tied to a request, its updates reach the customer, and its end proposes to resolve', async ({
  page,
  browser,
}) => {
  const editor = await (await browser.newContext()).newPage();
  await signIn(editor, CAST.ines);
  const incident = await openIncident(editor);
  const { email } = await makePerson('Odile Renard');
  await signIn(page, email);
  const number = await openRequest(page);

  const desk = await (await browser.newContext()).newPage();
  await signIn(desk, CAST.theo, { next: `/fr/desk/${number}` });
  await expectAwake(desk);
  const side = desk.getByRole('complementary');
  // What is chosen in another form and not sent stays while the tie is made in its place.
  await side.getByLabel('Verdict de l’analyse').selectOption({ index: 1 });
  const verdict = await side.getByLabel('Verdict de l’analyse').inputValue();
  await side.getByText('Lier à un incident', { exact: true }).click();
  const choice = side.getByLabel('Incident', { exact: true });
  await side.getByRole('button', { name: 'Lier à cet incident' }).click();
  await expect(choice).toHaveAccessibleDescription('Choisissez une des valeurs proposées.');
  await choice.selectOption(incident.id);
  await side.getByRole('button', { name: 'Lier à cet incident' }).click();
  const tied = side.getByRole('list', { name: 'Incident et feuille de route' });
  await expect(tied.getByRole('link', { name: incident.title.fr })).toBeVisible();
  await expect(side.getByLabel('Verdict de l’analyse')).toHaveValue(verdict);
  await side.getByText('Lier à un thème', { exact: true }).click();
  await side.getByLabel('Thème', { exact: true }).selectOption({ index: 1 });
  await side.getByRole('button', { name: 'Lier à ce thème' }).click();
  await expect(tied.getByRole('listitem')).toHaveCount(2);
  await expectAccessible(desk, 'a request that is tied');

  await page.goto(`/fr/requests/${number}`);
  const details = page.getByRole('complementary', { name: 'Détails' });
  await expect(details.getByRole('definition').filter({ hasText: incident.title.fr })).toContainText(
    'Recherche en cours',
  );
  await expect(details.getByRole('term').filter({ hasText: 'Feuille de route' })).toBeVisible();
  const history = page.getByRole('list', { name: 'Historique' });
  await expect(history.getByRole('listitem').filter({ hasText: 'Liée à l’incident' })).toContainText('Théo Lambert');
  await expectAccessible(page, 'a request with an incident');

  await incident.publish({ from: 'investigating', status: 'identified', fr: `La cause est connue, n° ${number}.` });
  const told = history.getByRole('listitem').filter({ hasText: `La cause est connue, n° ${number}.` });
  await expect(told).toContainText('Cause identifiée');
  await page.goto(`/en/requests/${number}/print`);
  await expect(page.getByRole('definition').filter({ hasText: incident.title.en })).toContainText('Cause identified');
  await expectAccessible(page, 'a request with an incident on paper');
  await followMail(page, email, `La cause est connue, n° ${number}.`, `/requests/${number}`);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Import en attente');

  await incident.publish({ from: 'identified', status: 'resolved', fr: 'Tout est rétabli.' });
  const notice = desk.getByText(`L’incident « ${incident.title.fr} » est résolu : cette demande peut l’être aussi`);
  await expect(notice).toBeVisible();
  await expectAccessible(desk, 'the end of an incident');
  await desk.getByRole('button', { name: 'Préparer la réponse' }).click();
  const reply = desk.getByLabel('Réponse à Odile Renard');
  await expect(reply).toHaveValue(/^Bonjour Odile,\n\nL’incident « Imports en retard .* » est résolu depuis le /);
  await expect(desk.getByLabel('Et ensuite')).toHaveValue('resolved');
  await desk.getByRole('button', { name: 'Envoyer la réponse' }).click();
  await expect(desk.getByRole('list', { name: 'Conversation' })).toContainText('Tout devrait de nouveau fonctionner');
  await expect(notice).toHaveCount(0);

  await side.getByRole('button', { name: `Ne plus lier à l’incident « ${incident.title.fr} »` }).click();
  await expect(tied.getByRole('link', { name: incident.title.fr })).toHaveCount(0);

  // One that is not among the first is looked for by its title, in the place of the form.
  await desk.goto(`/fr/desk/${number}?incident=introuvable`);
  await expectAwake(desk);
  await expect(choice).toContainText('Aucun ne correspond');
  await side.getByRole('heading', { name: 'Incident et feuille de route' }).click();
  await desk.keyboard.press('h');
  const finder = side.getByLabel('Chercher un incident par son titre');
  await expect(finder).toBeFocused();
  await finder.fill(incident.title.en.slice(-6));
  await expect(choice.getByRole('option', { name: incident.title.fr })).toHaveCount(1);
  await expect(desk).toHaveURL(`/fr/desk/${number}?incident=introuvable`);
  await editor.context().close();
  await desk.context().close();
});

test('without scripts a request is tied, found by its incident, and answered when that is over', async ({
  browser,
}) => {
  const editor = await (await browser.newContext()).newPage();
  await signIn(editor, CAST.ines);
  const incident = await openIncident(editor);
  const customer = await (await browser.newContext()).newPage();
  await signIn(customer, CAST.camille);
  const number = await openRequest(customer);

  const plain = await browser.newContext({ javaScriptEnabled: false });
  const page = await plain.newPage();
  await signIn(page, CAST.theo, { next: `/fr/desk/${number}` });
  const side = page.getByRole('complementary');
  await side.getByText('Lier à un incident', { exact: true }).click();
  await side.getByRole('button', { name: 'Lier à cet incident' }).click();
  await expect(side.getByLabel('Incident', { exact: true })).toHaveAccessibleDescription(
    'Choisissez une des valeurs proposées.',
  );
  await side.getByLabel('Incident', { exact: true }).selectOption(incident.id);
  await side.getByRole('button', { name: 'Lier à cet incident' }).click();
  await side.getByRole('link', { name: 'Demandes de cet incident' }).click();
  await expect(page).toHaveURL(`/fr/desk?incident=${incident.id}`);
  await expect(page.getByRole('row').filter({ hasText: `#${number}` })).toHaveCount(1);
  const narrowed = page.getByRole('list', { name: 'Filtres actifs' });
  await expect(narrowed).toContainText(incident.title.fr);

  await incident.publish({ from: 'investigating', status: 'resolved', fr: 'Tout est rétabli.' });
  await page.goto(`/fr/desk/${number}`);
  await page.getByRole('button', { name: 'Préparer la réponse' }).click();
  await expect(page.getByLabel('Réponse à Camille Roux')).toHaveValue(/^Bonjour Camille,/);
  await expect(page.getByLabel('Et ensuite')).toHaveValue('resolved');
  await plain.close();

  await editor.goto(`/fr/studio/incidents/${incident.id}`);
  const counted = editor.getByRole('region', { name: 'Demandes liées' });
  await expect(counted).toContainText('1 demande de 1 personne dans 1 organisation');
  await expect(counted.getByRole('link')).toHaveCount(0);
  await expectAccessible(editor, 'an incident in the studio');
  const admin = await (await browser.newContext()).newPage();
  await signIn(admin, CAST.admin, { next: `/fr/studio/incidents/${incident.id}` });
  await admin.getByRole('link', { name: 'Voir toutes les demandes' }).click();
  await expect(admin.getByRole('row').filter({ hasText: `#${number}` })).toHaveCount(1);
  await expectAccessible(admin, 'the list of an incident');
  await admin.context().close();
  await editor.context().close();
  await customer.context().close();
});

test('only the desk ties', async ({ browser, page }) => {
  const { email } = await makePerson('Paul Lemoine');
  await signIn(page, email);
  const number = await openRequest(page);
  const editor = await (await browser.newContext()).newPage();
  await signIn(editor, CAST.ines);
  const { id } = await openIncident(editor);
  for (const reader of [page, editor]) {
    for (const verb of ['tickets.tie', 'tickets.untie']) {
      expect((await call(reader, verb, { number, to: 'incident', id })).status(), verb).toBe(403);
    }
    expect((await reader.goto(`/fr/desk?incident=${id}`))?.status()).toBe(404);
  }
  await page.goto(`/fr/requests/${number}`);
  await expect(page.getByRole('button', { name: 'Lier à cet incident' })).toHaveCount(0);
  const closing = { id, from: 'investigating', status: 'resolved', body: { fr: 'Fin.' }, impact: 'none' };
  expect((await call(editor, 'incidents.update', closing)).status()).toBe(200);
  await editor.context().close();
});
