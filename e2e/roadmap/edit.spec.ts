import { expect, type Page, test } from '@playwright/test';
import { CAST, expectSoon, signIn } from '../fixtures';

// The places of the roadmap are counted: the tests of this file follow one another.
test.describe.configure({ mode: 'serial', timeout: 120_000 });

const STAMP = crypto.randomUUID().slice(0, 6);
const KEY = `relances-${STAMP}`;
const TITLE = { fr: `Relancer les cotisations ${STAMP}`, en: `Remind people of their dues ${STAMP}` };

type Theme = { key: string; fr: string; en: string };

const write = async (page: Page, { key, fr, en }: Theme): Promise<void> => {
  await page.goto('/fr/studio/roadmap/new');
  await page.getByLabel('Identifiant').fill(key);
  await page.getByLabel('Titre en français').fill(fr);
  await page.getByLabel('Titre en anglais').fill(en);
  await page.getByLabel('Domaine en français').fill('Cotisations');
  await page.getByLabel('Domaine en anglais').fill('Dues');
  await page.getByLabel('Pourquoi, en français').fill('Les trésoriers relancent à la main.');
  await page.getByLabel('Pourquoi, en anglais').fill('Treasurers send reminders by hand.');
  await page.getByRole('textbox', { name: /^Quoi, en français/ }).fill('Des relances qui partent seules.');
  await page.getByRole('textbox', { name: /^Quoi, en anglais/ }).fill('Reminders that leave by themselves.');
};

const addSteps = async (page: Page): Promise<void> => {
  await page.getByLabel('Étape 1 en français').fill('Écrire la relance');
  await page.getByLabel('Étape 1 en anglais').fill('Write the reminder');
  await page.getByRole('button', { name: 'Ajouter une étape' }).click();
  await page.getByLabel('Étape 2 en français').fill('Choisir le jour');
  await page.getByLabel('Étape 2 en anglais').fill('Choose the day');
};

const create = (page: Page) => page.getByRole('button', { name: 'Ajouter le thème' }).click();

/** Moves a theme to another state in the studio. */
const move = async (page: Page, key: string, state: string, reason?: string): Promise<void> => {
  await page.goto(`/fr/studio/roadmap/${key}`);
  await page.getByLabel('Nouvel état').selectOption(state);
  if (reason) await page.getByLabel('Raison du report, en français').fill(reason);
  await page.getByRole('button', { name: 'Changer l’état' }).click();
};

let editor: Page;
const made: string[] = [];

test.beforeAll(async ({ browser }) => {
  editor = await browser.newPage();
  await signIn(editor, CAST.ines, { next: '/fr/studio/roadmap' });
});
test.afterAll(async () => {
  // Gives the places back to whoever tries the roadmap next.
  for (const key of made) {
    await move(editor, key, 'Reporté', 'Essai terminé.');
    await expect(editor.getByRole('main')).toContainText('Reporté');
  }
  await editor.close();
});

test('a theme is written in the studio, mistakes told beside their fields, and public within two seconds', async ({
  page,
}) => {
  await page.goto('/fr/roadmap');
  await write(editor, { key: 'Pas Bon', ...TITLE });
  await editor.getByLabel('Trimestre').fill('bientôt');
  await addSteps(editor);
  await create(editor);
  await expect(editor.getByRole('main').getByRole('alert')).toContainText('Rien n’a été enregistré');
  await expect(editor.getByLabel('Identifiant')).toHaveAccessibleDescription(/Utilisez des minuscules sans accent/);
  await expect(editor.getByLabel('Trimestre')).toHaveAccessibleDescription(/Écrivez l’année et le trimestre ainsi/);
  await expect(editor.getByLabel('Titre en français')).toHaveValue(TITLE.fr);
  await expect(editor.getByLabel('Étape 2 en français')).toHaveValue('Choisir le jour');

  await editor.getByLabel('Identifiant').fill(KEY);
  await editor.getByLabel('Trimestre').fill('2027-Q1');
  await editor.context().setOffline(true);
  await create(editor);
  await expect(editor.getByRole('main').getByRole('alert')).toContainText('Nous n’avons pas pu joindre le service');
  await expect(editor.getByLabel('Étape 2 en français')).toHaveValue('Choisir le jour');
  await editor.context().setOffline(false);
  await create(editor);
  await expect(editor).toHaveURL(`/fr/studio/roadmap/${KEY}?saved=1`);
  made.push(KEY);
  await expectSoon(page, ['/fr/roadmap', '/en/roadmap'], (body) => expect(body).toContain(STAMP));

  await page.goto('/en/roadmap');
  await page.getByRole('link', { name: TITLE.en }).click();
  await expect(page.getByRole('heading', { level: 1, name: TITLE.en })).toBeVisible();
  await expect(page.getByRole('progressbar', { name: `Progress: ${TITLE.en}` })).toHaveAttribute('value', '0');
  await expect(page.getByText('No step of 2')).toBeVisible();
  await expect(page.getByText('Treasurers send reminders by hand.')).toBeVisible();
});

test('a finished step moves the progress within two seconds', async ({ page }) => {
  await page.goto(`/en/roadmap/${KEY}`);
  await editor.goto(`/fr/studio/roadmap/${KEY}`);
  await editor.getByRole('checkbox', { name: 'Terminée' }).first().check();
  await editor.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(editor.getByRole('main').getByRole('status')).toContainText('Thème enregistré');
  await expectSoon(page, [`/en/roadmap/${KEY}`], (body) => expect(body).toContain('1 step of 2'));
  await page.reload();
  await expect(page.getByRole('progressbar', { name: `Progress: ${TITLE.en}` })).toHaveAttribute('value', '0.5');
  await expect(page.getByText('Step finished: Write the reminder')).toBeVisible();
});

test('when all places are taken the studio says so, and a theme that is postponed with its reason frees one', async ({
  page,
}) => {
  await editor.goto('/fr/studio/roadmap');
  const lead = (await editor.getByText(/\d+ thèmes prioritaires sur \d+/).textContent()) ?? '';
  const [taken = 0, limit = 0] = (lead.match(/\d+/g) ?? []).map(Number);
  for (let place = taken; place < limit; place += 1) {
    const key = `place-${place}-${STAMP}`;
    await write(editor, { key, fr: `Place ${place} ${STAMP}`, en: `Place ${place} ${STAMP}` });
    await create(editor);
    await expect(editor).toHaveURL(`/fr/studio/roadmap/${key}?saved=1`);
    made.push(key);
  }
  const late = { key: `de-trop-${STAMP}`, fr: `De trop ${STAMP}`, en: `Too much ${STAMP}` };
  await write(editor, late);
  await create(editor);
  await expect(editor.getByRole('main').getByRole('alert')).toContainText(`Les ${limit} places sont prises.`);
  await expect(editor.getByLabel('Titre en français')).toHaveValue(late.fr);

  await move(editor, KEY, 'Reporté');
  await expect(editor.getByLabel('Raison du report, en français')).toHaveAccessibleDescription(/Remplissez ce champ/);
  await editor.getByLabel('Raison du report, en français').fill('Trop peu de demandes pour le moment.');
  await editor.getByRole('button', { name: 'Changer l’état' }).click();
  await expectSoon(page, ['/fr/roadmap', `/fr/roadmap/${KEY}`], (body) =>
    expect(body).toContain('Trop peu de demandes'),
  );
  made.splice(made.indexOf(KEY), 1);

  await write(editor, late);
  await create(editor);
  await expect(editor).toHaveURL(`/fr/studio/roadmap/${late.key}?saved=1`);
  made.push(late.key);
});

test('what is chosen before the page is awake is what is sent', async () => {
  let wake = () => {};
  const asleep = new Promise<void>((resolve) => {
    wake = resolve;
  });
  await editor.route(/\/_next\/static\/.*\.js/, async (route) => {
    await asleep;
    await route.continue();
  });
  await editor.goto('/fr/studio/roadmap/members-import', { waitUntil: 'domcontentloaded' });
  await editor.getByLabel('Nouvel état').selectOption('Reporté');
  wake();
  await editor.waitForLoadState('networkidle');
  await expect(editor.getByLabel('Nouvel état')).toHaveValue('postponed');
  await editor.getByRole('button', { name: 'Changer l’état' }).click();
  await expect(editor.getByLabel('Raison du report, en français')).toHaveAccessibleDescription(/Remplissez ce champ/);
  await editor.unroute(/\/_next\/static\/.*\.js/);
});

test('only editors write the roadmap', async ({ page }) => {
  await signIn(page, CAST.theo);
  expect((await page.goto('/fr/studio/roadmap/new'))?.status()).toBe(404);
  const answer = await page.request.post('/api/trpc/roadmap.create', {
    data: { json: { key: 'faux', title: { fr: 'Faux' } } },
  });
  expect(answer.status()).toBe(403);
});
