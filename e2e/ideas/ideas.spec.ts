import { expect, type Page, test } from '@playwright/test';
import { CAST, expectAccessible, expectAwake, signIn } from '../fixtures';

/** An idea of somebody, as the API takes it. */
const proposed = async (page: Page, title: string): Promise<number> => {
  const data = { json: { title, need: 'Un bouton de plus.' } };
  const answer = await page.request.post('/api/trpc/ideas.propose', { data });
  return (await answer.json()).result.data.json.number;
};

const reviewed = async (page: Page, number: number): Promise<void> => {
  const data = { json: { number, from: 'received', to: 'reviewed' } };
  expect((await page.request.post('/api/trpc/ideas.move', { data })).status()).toBe(200);
};

test('somebody proposes an idea: what is wrong is told beside its field, nothing typed is lost, and it is theirs alone at first', async ({
  page,
}) => {
  const title = `Réserver une salle ${crypto.randomUUID().slice(0, 8)}`;
  await page.goto('/fr/ideas');
  await page.getByRole('link', { name: 'Proposer une idée' }).click();
  await expect(page).toHaveURL(/sign-in/);
  await signIn(page, CAST.noor, { next: '/fr/ideas/new' });
  const sentence = page.getByLabel('Votre idée en une phrase');
  const need = page.getByLabel('De quoi avez-vous besoin');
  await need.fill('Savoir si la salle des fêtes est libre avant de proposer une date.');
  await page.getByRole('button', { name: 'Envoyer mon idée' }).click();
  await expect(sentence).toHaveAccessibleDescription(/Remplissez ce champ\./);
  await expect(need).toHaveValue('Savoir si la salle des fêtes est libre avant de proposer une date.');
  await expectAccessible(page, 'a refused idea');
  await sentence.fill(title);
  await page.getByLabel('À quelle fréquence').selectOption({ label: 'Chaque mois' });
  await page.getByRole('button', { name: 'Envoyer mon idée' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Merci, votre idée est bien arrivée');
  await expect(page.getByRole('status').filter({ hasText: title })).toBeVisible();
  await page.getByRole('link', { name: 'Proposer une autre idée' }).click();
  // What was sent needs no draft any more.
  await expect(sentence).toHaveValue('');
  await page.goto('/fr/ideas');
  const own = page.getByRole('region', { name: 'Vos idées' });
  await expect(own.getByRole('listitem').filter({ hasText: title })).toContainText('Reçue');
  await expectAccessible(page, 'the ideas of somebody who has signed in');
});

for (const [locale, name] of [
  ['fr', 'Les plus soutenues'],
  ['en', 'Most supported'],
] as const) {
  test(`everybody reads the ideas without scripts (${locale})`, async ({ browser }) => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`/${locale}/ideas`);
    const list = page.getByRole('list', { name });
    const votes = await list
      .getByRole('listitem')
      .evaluateAll((all) => all.map((one) => Number.parseInt(one.textContent ?? '', 10)));
    expect(votes.length).toBeGreaterThan(3);
    expect(votes).toEqual([...votes].sort((a, b) => b - a));
    const views = page.getByRole('navigation', { name: locale === 'fr' ? 'Afficher' : 'Show' });
    await views.getByRole('link', { name: locale === 'fr' ? 'Non retenues' : 'Declined' }).click();
    await page.getByRole('main').getByRole('link', { name: 'Pay membership fees with cryptocurrency' }).click();
    // Why, in the reader's language; the idea in its author's.
    await expect(page.getByText(locale === 'fr' ? 'Trop peu d’associations' : 'Too few associations')).toBeVisible();
    await expect(page.locator('[lang=en]').getByText('Two members asked')).toBeVisible();
    await context.close();
  });
}

test('a search finds ideas, in the list of all and in the one of everything', async ({ page }) => {
  await page.goto('/fr/ideas/all?q=prélèvement');
  await expect(page.getByRole('link', { name: 'Proposer le prélèvement en trois fois', exact: true })).toBeVisible();
  await expectAccessible(page, 'all ideas');
  await page.goto('/fr/ideas/all?q=zzzzzz');
  await expect(page.getByRole('heading', { name: 'Aucune idée trouvée' })).toBeVisible();
  expect(await (await page.request.get('/sitemap.xml')).text()).toContain('/fr/ideas/1</loc>');
  await page.goto('/fr/search?q=prélèvement en trois fois');
  await expect(
    page.getByRole('main').getByRole('link', { name: /Proposer le prélèvement en trois fois/ }),
  ).toBeVisible();
});

test('the product team merges two ideas, which adds up their voices, and takes that back', async ({ browser }) => {
  const mark = crypto.randomUUID().slice(0, 8);
  const customer = await browser.newContext();
  const noor = await customer.newPage();
  await signIn(noor, CAST.noor);
  const first = await proposed(noor, `Archiver ${mark}`);
  const colleague = await browser.newContext();
  const camille = await colleague.newPage();
  await signIn(camille, CAST.camille);
  const other = await proposed(camille, `Ranger ${mark}`);
  const studio = await browser.newContext();
  const page = await studio.newPage();
  await signIn(page, CAST.ines);
  await reviewed(page, first);
  await reviewed(page, other);
  await page.goto(`/fr/studio/ideas/${other}`);
  await expectAwake(page);
  await page.getByLabel('Numéro de l’idée qui continue').fill('douze');
  await page.getByRole('button', { name: 'Réunir', exact: true }).click();
  await expect(page.getByLabel('Numéro de l’idée qui continue')).toHaveAccessibleDescription(/par exemple 12/);
  await page.getByLabel('Numéro de l’idée qui continue').fill(String(first));
  await page.getByRole('button', { name: 'Réunir', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Séparer de nouveau' })).toBeVisible();
  await camille.goto(`/fr/ideas/${other}`);
  await camille
    .getByRole('main')
    .getByRole('link', { name: new RegExp(`Archiver ${mark}`) })
    .click();
  const box = camille.locator(`#idea-${first}`);
  await expect(box).toContainText('2');
  await expect(box).toContainText('Vous la soutenez');
  await page.getByRole('button', { name: 'Séparer de nouveau' }).click();
  await expect(page.getByRole('button', { name: 'Réunir', exact: true })).toBeVisible();
  await camille.reload();
  await expect(box).toContainText('1');
  for (const context of [customer, colleague, studio]) await context.close();
});

test('an agent puts a request behind an idea, and makes an idea of another one', async ({ browser }) => {
  const customer = await browser.newContext();
  const page = await customer.newPage();
  await signIn(page, CAST.camille);
  const opened = async (subject: string): Promise<number> => {
    const request = { typeKey: 'question', subject, description: 'Nous aimerions payer en trois fois.' };
    const answer = await page.request.post('/api/trpc/tickets.open', { data: { json: request } });
    return (await answer.json()).result.data.json.number;
  };
  const mark = crypto.randomUUID().slice(0, 8);
  const number = await opened(`Payer en trois fois ${mark}`);
  const context = await browser.newContext();
  const desk = await context.newPage();
  await signIn(desk, CAST.theo, { next: '/fr/ideas/all?q=pr%C3%A9l%C3%A8vement' });
  const found = desk.getByRole('link', { name: 'Proposer le prélèvement en trois fois', exact: true });
  const idea = (await found.getAttribute('href'))?.split('/').at(-1) ?? '';
  await desk.goto(`/fr/desk/${number}`);
  await expectAwake(desk);
  const side = desk.getByRole('region', { name: 'Idée', exact: true });
  await side.getByText('Rattacher à une idée').click();
  await side.getByLabel('Numéro de l’idée').fill('999999');
  await side.getByRole('button', { name: 'Rattacher', exact: true }).click();
  await expect(side.getByLabel('Numéro de l’idée')).toHaveAccessibleDescription(/Cette idée n’existe pas\./);
  await side.getByLabel('Numéro de l’idée').fill(idea);
  await side.getByRole('button', { name: 'Rattacher', exact: true }).click();
  await expect(side.getByRole('link', { name: /Proposer le prélèvement en trois fois/ })).toBeVisible();
  await expectAccessible(desk, 'a request behind an idea');
  await page.goto(`/fr/requests/${number}`);
  await expect(page.getByRole('link', { name: /Proposer le prélèvement en trois fois/ })).toBeVisible();
  await expect(page.getByText(`Rattachée à l’idée n° ${idea}`)).toBeVisible();
  await page.goto(`/fr/ideas/${idea}`);
  await expect(page.locator(`#idea-${idea}`)).toContainText('Vous la soutenez');
  await side.getByRole('button', { name: /Détacher/ }).click();
  await expect(side.getByText('Cette demande n’est rattachée à aucune idée.')).toBeVisible();

  await side.getByText('En faire une idée').click();
  await side.getByLabel('L’idée en une phrase').fill(`Étaler le paiement ${mark}`);
  await side.getByRole('button', { name: 'Créer l’idée' }).click();
  await expect(side.getByRole('link', { name: new RegExp(`Étaler le paiement ${mark}`) })).toBeVisible();
  await page.goto(`/fr/requests/${number}`);
  await page.getByRole('link', { name: new RegExp(`Étaler le paiement ${mark}`) }).click();
  // The words of its requester, who stays its author.
  await expect(page.getByText('Nous aimerions payer en trois fois.')).toBeVisible();
  await expect(page.getByText('proposée par vous')).toBeVisible();
  await context.close();
  await customer.close();
});
