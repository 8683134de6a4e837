import { expect, type Page, test } from '@playwright/test';
import { CAST, expectAwake, expectSoon, signIn } from '../fixtures';

// Incidents show on every page: the tests of this file follow one another.
test.describe.configure({ mode: 'serial', timeout: 120_000 });

const STAMP = crypto.randomUUID().slice(0, 6);
const TITLE = { fr: `Les connexions sont lentes ${STAMP}`, en: `Sign-in is slow ${STAMP}` };
const READING = [
  '',
  '/help',
  '/help/adherents/importer-vos-adherents',
  '/faq',
  '/news',
  '/roadmap',
  '/search',
  '/sign-in',
];
const WORKING = ['/requests/new', '/account'];

type Summary = {
  incidents: { id: string; name: string; status: string; impact: string; incident_updates: { body: string }[] }[];
  components: { name: string; status: string }[];
  status: { indicator: string };
};

const summary = async (page: Page): Promise<Summary> => (await page.request.get('/api/v2/summary.json')).json();
const told = async (page: Page) => (await summary(page)).incidents.find(({ name }) => name === TITLE.fr);
const banner = (page: Page, title: string = TITLE.fr) =>
  page.getByRole('region', { name: /Incidents en cours|Incidents in progress/ }).getByRole('link', { name: title });

const fillStep = async (page: Page, step: { status: string; fr: string; en: string }): Promise<void> => {
  await page.getByLabel('État de l’incident').selectOption(step.status);
  await page.getByLabel('Message en français').fill(step.fr);
  await page.getByLabel('Message en anglais').fill(step.en);
};

let editorPage: Page;
let studioPath: string;

test.beforeAll(async ({ browser }) => {
  editorPage = await browser.newPage();
  await signIn(editorPage, CAST.ines, { next: '/fr/studio/incidents/new' });
});
test.afterAll(() => editorPage.close());

test('an editor opens an incident, after a mistake that loses nothing', async () => {
  const page = editorPage;
  await expectAwake(page);
  await page.getByRole('button', { name: 'Publier l’incident' }).click();
  await expect(page.getByLabel('Titre en français')).toHaveAccessibleDescription(/Remplissez ce champ/);
  await expect(page.getByLabel('Message en français')).toHaveAccessibleDescription(/Remplissez ce champ/);
  await expect(page.getByLabel(/^J’ai relu/)).toHaveAccessibleDescription('Confirmez que vous avez relu le message.');

  await page.getByLabel('Titre en français').fill(TITLE.fr);
  await page.getByLabel('Titre en anglais').fill(TITLE.en);
  await fillStep(page, { status: 'Recherche en cours', fr: 'Nous cherchons.', en: 'We are looking.' });
  await page.getByLabel('Gravité').selectOption('Perturbation importante');
  await page.getByLabel('Connexion et tableau de bord').selectOption('Panne partielle');
  await page.getByRole('button', { name: 'Publier l’incident' }).click();
  await expect(page.getByRole('main').getByRole('alert')).toContainText('Rien n’a été publié');
  await expect(page.getByText('Confirmez que vous avez relu le message.')).toBeVisible();
  await expect(page.getByLabel('Titre en français')).toHaveValue(TITLE.fr);
  await expect(page.getByLabel('Gravité')).toHaveValue('major');
  await expect(page.getByLabel('Connexion et tableau de bord')).toHaveValue('partial_outage');

  // The line is down when it is sent: the form stays, with all that was written and chosen.
  await page.context().setOffline(true);
  await page.getByRole('button', { name: 'Publier l’incident' }).click();
  await expect(page.getByRole('main').getByRole('alert')).toContainText('Nous n’avons pas pu joindre le service');
  await expect(page.getByLabel('Message en français')).toHaveValue('Nous cherchons.');
  await expect(page.getByLabel('Connexion et tableau de bord')).toHaveValue('partial_outage');
  await page.context().setOffline(false);

  await page.getByLabel(/^J’ai relu/).check();
  await page.getByRole('button', { name: 'Publier l’incident' }).click();
  await expect(page.getByRole('main').getByRole('status')).toContainText('Incident publié');
  await expectSoon(page, ['/api/v2/summary.json', '/fr', '/fr/faq', '/fr/status', '/history.atom'], (body) =>
    expect(body).toContain(TITLE.fr),
  );
  studioPath = new URL(page.url()).pathname;
});

test('every kind of page for visitors carries it, in its language', async ({ page, request }) => {
  for (const path of READING) {
    expect(await (await request.get(`/fr${path}`)).text(), path).toContain(TITLE.fr);
  }
  const lost = await request.get('/fr/nulle-part');
  expect(lost.status()).toBe(404);
  expect(await lost.text()).toContain(TITLE.fr);
  await page.goto('/en/faq');
  await banner(page, TITLE.en).click();
  await expect(page.getByRole('heading', { level: 1, name: TITLE.en })).toBeVisible();
  await expect(page.getByRole('list', { name: 'Steps of the incident' })).toContainText('We are looking.');
});

test('customers and staff see it where they work, with and without scripts', async ({ page, browser }) => {
  await signIn(page, CAST.noor);
  const storageState = await page.context().storageState();
  const plain = await browser.newContext({ javaScriptEnabled: false, storageState });
  const plainPage = await plain.newPage();
  for (const path of WORKING) {
    for (const each of [page, plainPage]) {
      await each.goto(`/fr${path}`);
      await expect(banner(each), path).toBeVisible();
    }
  }
  await plain.close();
  await editorPage.goto('/fr/studio');
  await expect(banner(editorPage)).toBeVisible();
});

test('programs read it in Statuspage’s shape and in the feeds', async ({ page, request }) => {
  expect(await told(page)).toMatchObject({ status: 'investigating', impact: 'major' });
  const { components, status } = await summary(page);
  expect(components).toContainEqual(
    expect.objectContaining({ name: 'Connexion et tableau de bord', status: 'partial_outage' }),
  );
  expect(status.indicator).toBe('major');
  const answer = await request.get('/api/v2/incidents/unresolved.json');
  expect(answer.headers()['access-control-allow-origin']).toBe('*');
  expect(await answer.text()).toContain(TITLE.fr);
  expect(await (await request.get('/history.atom')).text()).toContain(TITLE.fr);
  expect(await (await request.get('/en/history.atom')).text()).toContain(TITLE.en);
});

test('a step is public within two seconds; the last one takes the banner away', async ({ page }) => {
  await editorPage.goto(studioPath);
  await fillStep(editorPage, { status: 'Cause identifiée', fr: 'Un serveur est tombé.', en: 'A server is down.' });
  await editorPage.getByLabel(/^J’ai relu/).check();
  await editorPage.getByRole('button', { name: 'Publier l’étape' }).click();
  await expect(editorPage.getByRole('list', { name: 'Étapes de l’incident' })).toContainText('Un serveur est tombé.');
  await expectSoon(page, ['/api/v2/summary.json', '/fr/status', '/history.atom'], (body) =>
    expect(body).toContain('Un serveur est tombé.'),
  );
  expect((await told(page))?.status).toBe('identified');

  await fillStep(editorPage, { status: 'Résolu', fr: 'Tout est rétabli.', en: 'All is well again.' });
  await editorPage.getByLabel(/^J’ai relu/).check();
  await editorPage.getByRole('button', { name: 'Publier l’étape' }).click();
  await expect(editorPage.getByRole('list', { name: 'Étapes de l’incident' })).toContainText('Tout est rétabli.');
  await expectSoon(page, ['/api/v2/summary.json', '/fr', '/fr/faq', '/en/help'], (body) =>
    expect(body).not.toContain(STAMP),
  );
  const { components } = await summary(page);
  expect(components).toContainEqual(
    expect.objectContaining({ name: 'Connexion et tableau de bord', status: 'operational' }),
  );
  await page.goto('/fr/status');
  await expect(page.getByRole('main').getByRole('link', { name: TITLE.fr })).toBeVisible();
});

test('only editors publish', async ({ browser }) => {
  const step = { body: { fr: 'Faux' }, status: 'investigating', impact: 'none', components: [] };
  const input = { json: { ...step, title: { fr: `Faux incident ${STAMP}` } } };
  for (const email of [undefined, CAST.camille, CAST.theo]) {
    const page = await browser.newPage();
    if (email) await signIn(page, email);
    const answer = await page.request.post('/api/trpc/incidents.open', { data: input });
    expect(answer.status(), email ?? 'a visitor').toBe(403);
    if (email) expect((await page.goto('/fr/studio/incidents/new'))?.status(), email).toBe(404);
    await page.close();
  }
  expect(await (await editorPage.request.get('/api/v2/incidents.json')).text()).not.toContain('Faux incident');
});
