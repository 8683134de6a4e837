import { expect, type Page, test } from '@playwright/test';
import { CAST, expectAccessible, newAddress, signIn } from '../fixtures';
import { fillRequest, openedNumber, screenshot } from './request-form';
import { WORDS } from './words';

const words = WORDS.fr;
const FORM = '/fr/requests/new?type=problem';
const SUBJECT = 'Le bilan de fin d’année est vide';

const field = (page: Page, name: string) => page.getByLabel(name, { exact: true });
const restored = (page: Page) => page.getByRole('status').filter({ hasText: 'Brouillon retrouvé' });

/** What the meter still asks for. */
const missing = (page: Page) => page.getByRole('region', { name: /Éléments réunis/ }).getByRole('listitem');

const kept = (page: Page, words = 'bilan') =>
  expect
    .poll(() => page.evaluate((said) => Object.values(localStorage).some((one) => String(one).includes(said)), words))
    .toBe(true);

/** Keeps the scripts of the forms back, as a slow line does, until what it gives is called. */
const holdScripts = async (page: Page): Promise<() => void> => {
  let release = (): void => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.unrouteAll();
  await page.route(/\/_next\/.*\.js/, async (route) => {
    await held;
    await route.continue();
  });
  return release;
};

test('what is written is questioned, counted, kept on the device and brought back, until it is sent', async ({
  page,
  context,
}) => {
  await signIn(page, CAST.noor, { next: FORM });
  await expect(page.getByText('Vous écrivez pour Les Amis du Jardin, en version 2026.47.')).toBeVisible();
  await expect(field(page, 'Version du logiciel')).toHaveValue('2026.47');
  await expect(missing(page)).toHaveCount(7);
  await field(page, 'Sujet').fill('Problème urgent');
  await expect(page.getByText('ne nous dit pas encore de quoi il s’agit')).toBeVisible();
  await field(page, 'Sujet').fill(SUBJECT);
  await expect(page.getByText('ne nous dit pas encore de quoi il s’agit')).toHaveCount(0);
  await expect(missing(page)).toHaveCount(6);
  await field(page, 'Message d’erreur en entier').fill('Aucun');
  await page.getByRole('radio', { name: 'De temps en temps' }).check();
  await field(page, 'Version du logiciel').fill('2026.46');
  await kept(page, '2026.46');

  // The page is left and comes again; then the session runs out while one is writing.
  await page.goto('/fr/faq');
  await page.goto(FORM);
  await expect(restored(page)).toBeVisible();
  await expect(field(page, 'Sujet')).toHaveValue(SUBJECT);
  await expect(page.getByRole('radio', { name: 'De temps en temps' })).toBeChecked();
  await expect(field(page, 'Version du logiciel')).toHaveValue('2026.46');
  await field(page, 'Description').fill('La page du bilan s’ouvre, mais aucune ligne ne s’affiche depuis hier.');
  await kept(page, 'depuis hier');
  await page.locator('input[name=files]').setInputFiles(await screenshot(page, 'bilan.png'));
  const file = page.getByRole('button', { name: `${words.remove} bilan.png` });
  await expect(file).toBeVisible();
  await expect(page.getByText('Attendez la fin de l’envoi des fichiers')).toHaveCount(0);
  await page.goto('/fr/faq');
  await page.goto(FORM);
  await expect(file).toBeVisible();

  // The line is down when it is sent: the form stays, with all that was written, chosen and attached.
  await context.setOffline(true);
  await page.getByRole('button', { name: words.send }).click();
  await expect(page.getByRole('main').getByRole('alert')).toContainText('Nous n’avons pas pu joindre le service');
  await expect(field(page, 'Sujet')).toHaveValue(SUBJECT);
  await expect(page.getByRole('radio', { name: 'De temps en temps' })).toBeChecked();
  await expect(file).toBeVisible();
  await context.setOffline(false);
  const session = await context.cookies();
  await context.clearCookies();
  await page.getByRole('button', { name: words.send }).click();
  await expect(page.getByRole('main').getByRole('alert')).toContainText('Votre session a pris fin');
  await expect(field(page, 'Sujet')).toHaveValue(SUBJECT);
  await context.addCookies(session);
  await page.getByRole('button', { name: words.send }).click();
  await openedNumber(page);
  await expect(page.getByRole('list', { name: words.attached }).getByRole('link', { name: 'bilan.png' })).toBeVisible();
  // Its parts that the meter missed are missing still: nothing is promised until they are there.
  await expect(page.getByRole('main').getByText('Nos délais courront dès que nous aurons')).toBeVisible();
  await expect(page.getByRole('article', { name: 'Noor Benali' })).toContainText('De temps en temps');

  const answer = page.getByLabel(words.reply);
  await answer.fill('Sans réseau, le bilan reste vide.');
  await context.setOffline(true);
  await page.getByRole('button', { name: words.sendReply }).click();
  await expect(page.getByRole('main').getByRole('alert')).toContainText('Nous n’avons pas pu joindre le service');
  await expect(answer).toHaveValue('Sans réseau, le bilan reste vide.');
  await context.setOffline(false);

  // An answer that was not sent is kept in the same way, until it is.
  await answer.fill('Le bilan de 2025 est vide, lui aussi.');
  await kept(page, 'lui aussi');
  await page.goto('/fr/faq');
  await page.goBack();
  await page.reload();
  await expect(restored(page)).toBeVisible();
  await expect(answer).toHaveValue('Le bilan de 2025 est vide, lui aussi.');
  await page.getByRole('button', { name: words.sendReply }).click();
  await expect(page.getByRole('list', { name: words.conversation })).toContainText('Le bilan de 2025 est vide');
  await expect(answer).toHaveValue('');
  await page.reload();
  await expect(answer).toHaveValue('');
  await expect(restored(page)).toHaveCount(0);

  // Whoever only looks at the form, and at what it knows already, has written nothing.
  for (const path of [FORM, '/fr/faq', FORM]) await page.goto(path);
  await expect(field(page, 'Version du logiciel')).toHaveValue('2026.47');
  await expect(field(page, 'Sujet')).toHaveValue('');
  await expect(restored(page)).toHaveCount(0);
});

test('a draft can be given up, and is nobody else’s', async ({ page, context }) => {
  await page.goto(FORM);
  // Somebody has the form open in another tab, too, and closes that in the end.
  const other = await context.newPage();
  await other.goto(FORM);
  await field(page, 'Sujet').fill(SUBJECT);
  await kept(page);
  await other.goto('/fr/faq');
  await other.close();
  await kept(page);
  await signIn(page, CAST.camille, { next: FORM });
  await expect(field(page, 'Sujet')).toHaveValue('');
  await page.context().clearCookies();
  await page.goto(FORM);
  await expect(field(page, 'Sujet')).toHaveValue(SUBJECT);
  await page.getByRole('button', { name: 'Effacer et repartir de zéro' }).click();
  await expect(field(page, 'Sujet')).toHaveValue('');
  await page.reload();
  await expect(field(page, 'Sujet')).toHaveValue('');
});

test('whoever mistyped their address corrects it and sends again what they wrote', async ({ page }) => {
  const wrong = newAddress('lou');
  await page.goto('/fr/requests/new');
  await fillRequest(page, words, { subject: SUBJECT, description: 'Depuis hier, aucune ligne ne s’affiche.' });
  await page.getByLabel(words.visitorName).fill('Lou Perrin');
  await page.getByLabel(words.visitorEmail).fill(wrong);
  await page.getByRole('button', { name: words.send }).click();
  await expect(page.getByRole('main').getByRole('status').filter({ hasText: wrong })).toBeVisible();
  await expectAccessible(page, 'sent');
  await page.reload();
  await page.getByRole('button', { name: 'Corriger l’adresse et renvoyer' }).click();
  await expect(restored(page)).toBeVisible();
  await expect(field(page, 'Sujet')).toHaveValue(SUBJECT);
  await expect(page.getByLabel(words.visitorEmail)).toHaveValue(wrong);
  const files = Array.from({ length: 11 }, (_, at) => ({
    ...{ name: `note-${at}.txt`, mimeType: 'text/plain', buffer: Buffer.from(`Note ${at}`) },
  }));
  await page.locator('input[name=files]').setInputFiles(files);
  await expect(page.getByRole('main').getByRole('alert')).toHaveText(/^1 fichier n’a pas été pris/);
});

test('what is written and chosen before the scripts come counts as soon as they are there', async ({ page }) => {
  await signIn(page, CAST.camille, { next: '/fr/requests' });
  const first = await holdScripts(page);
  await page.goto('/fr/requests/new?type=question', { waitUntil: 'commit' });
  await page.getByText('Changer de type de demande').click();
  await page.getByRole('radio', { name: words.problem }).check();
  await field(page, 'Sujet').fill('Plus aucun paiement ne passe');
  await page
    .locator('input[name=files]')
    .setInputFiles({ name: 'bilan.txt', mimeType: 'text/plain', buffer: Buffer.from('0') });
  first();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.problem);
  await expect(field(page, 'Sujet')).toHaveValue('Plus aucun paiement ne passe');
  await expect(page.getByRole('button', { name: /bilan\.txt/ })).toBeVisible();
  await kept(page, 'Plus aucun paiement');

  const second = await holdScripts(page);
  await page.goto(FORM, { waitUntil: 'commit' });
  await page.getByRole('radio', { name: 'Oui, une tâche vitale' }).check();
  await page.getByRole('group', { name: 'Peut-on faire autrement' }).getByRole('radio', { name: 'Non' }).check();
  await page.getByRole('radio', { name: 'Tout le monde' }).check();
  await expect(page.getByRole('group', { name: /^Demande urgente/ })).toHaveCount(0);
  second();
  await expect(page.getByRole('group', { name: /^Demande urgente/ })).toBeVisible();
});

test('a file that did not arrive holds its own form up, and none that does not ask for it', async ({ page }) => {
  await signIn(page, CAST.camille, { next: '/fr/requests/new?type=consulting' });
  await page.route('**/api/uploads', (route) => route.abort());
  const send = page.getByRole('button', { name: words.send });
  await page
    .locator('input[name="answers.brief.files"]')
    .setInputFiles({ name: 'besoins.txt', mimeType: 'text/plain', buffer: Buffer.from('Dix ans d’adhésions.') });
  await expect(page.getByText(/^Un fichier n’a pas pu être joint/)).toBeVisible();
  await expect(send).toBeDisabled();
  await page.getByText('Changer de type de demande').click();
  await page.getByRole('radio', { name: words.problem }).check();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.problem);
  await expect(send).toBeEnabled();
});

test('the urgent path shows only for the highest level, and asks for the facts', async ({ page }) => {
  await signIn(page, CAST.camille, { next: FORM });
  await field(page, 'Sujet').fill('Plus aucun paiement ne passe');
  await field(page, 'Description').fill('Depuis ce matin, toutes les cartes sont refusées.');
  const facts = page.getByRole('group', { name: 'Demande urgente : les faits d’abord' });
  await page.getByRole('radio', { name: 'Oui, une tâche vitale' }).check();
  await page.getByRole('group', { name: 'Peut-on faire autrement' }).getByRole('radio', { name: 'Non' }).check();
  await page.getByRole('radio', { name: 'Plusieurs personnes' }).check();
  await expect(facts).toHaveCount(0);
  await page.getByRole('radio', { name: 'Tout le monde' }).check();
  await facts.getByLabel('Depuis quand ?').fill('9 h');
  await page.getByRole('button', { name: words.send }).click();
  const phone = facts.getByLabel('À quel numéro répondez-vous maintenant ?');
  await expect(phone).toHaveAccessibleDescription(/écrivez ce fait/);
  await expect(facts.getByLabel('Depuis quand ?')).toHaveValue('9 h');
  await phone.fill('04 72 00 00 00');
  await facts.getByLabel('Qu’est-ce qui est arrêté').fill('Les adhésions en ligne');
  await page.getByRole('button', { name: words.send }).click();
  await openedNumber(page);
  await expect(page.getByRole('article', { name: 'Camille Roux' })).toContainText('04 72 00 00 00');
});

test('of several files that are not taken each says why', async ({ page }) => {
  await signIn(page, CAST.camille, { next: '/fr/requests/new?type=question' });
  const file = (name: string, text: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });
  const files = [file('vide.txt', ''), file('outil.exe', 'MZ\0'.repeat(99)), file('liste.csv', 'a;b')];
  await page.locator('input[name="files"]').setInputFiles(files);
  await expect(page.getByText(/vide\.txt\s» est vide/)).toBeVisible();
  await expect(page.getByText(/outil\.exe\s» n’est pas d’un type accepté/)).toBeVisible();
});
