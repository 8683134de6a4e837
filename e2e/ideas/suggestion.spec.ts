import { expect, test } from '@playwright/test';
import { leaveDatabase, makePerson } from '../database';
import { CAST, expectAccessible, expectAwake, signIn } from '../fixtures';

test.afterAll(leaveDatabase);

test('a suggestion becomes an idea, which the product team words and decides; everybody reads it then, and its author is told', async ({
  browser,
}) => {
  const mark = crypto.randomUUID().slice(0, 8);
  const wished = `Compter les rameurs présents ${mark}`;
  const worded = `Compter les présents au bord de l’eau ${mark}`;
  const customer = await browser.newContext();
  const page = await customer.newPage();
  const { email } = await makePerson('Simon Aubert');
  await signIn(page, email, { next: '/fr/requests/new?type=suggestion' });
  await expect(page.getByText('Votre suggestion devient une idée')).toBeVisible();
  const subject = page.getByLabel('Sujet');
  // What others wish for shows while it is being written.
  await subject.fill('Relancer les cotisations en retard par SMS');
  await expect(page.getByRole('link', { name: /Relancer les cotisations en retard par SMS/ })).toBeVisible();
  await subject.fill(wished);
  await page.getByLabel('Description').fill('Nous les comptons à la main, sur une feuille qui prend l’eau.');
  await page.getByLabel('Dans quelle situation le besoin apparaît-il').fill('Chaque samedi matin.');
  await page.getByRole('radio', { name: 'Chaque semaine' }).check();
  await page.getByRole('button', { name: 'Envoyer la demande' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(wished);
  await expect(page.getByRole('status').filter({ hasText: 'Elle est devenue l’idée' })).toBeVisible();
  await expect(page.getByText('Chez les responsables produit').filter({ visible: true }).first()).toBeVisible();
  const tied = page.getByRole('link', { name: new RegExp(`Idée n°\\s\\d+ · ${wished}`) });
  await expect(tied).toBeVisible();
  const request = new URL(page.url()).pathname;
  const idea = (await tied.getAttribute('href')) ?? '';
  const number = idea.split('/').at(-1);
  await tied.click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(wished);
  await expect(page.getByText('Vous êtes seul à la voir')).toBeVisible();
  await expect(page.getByText('Chaque samedi matin.')).toBeVisible();
  await expectAccessible(page, 'an idea that nobody has read');

  // Until it is read nobody else sees it, not even a colleague, and nobody but the product team decides.
  const others = await browser.newContext();
  const other = await others.newPage();
  expect((await other.goto(idea))?.status()).toBe(404);
  await signIn(other, CAST.noor);
  expect((await other.goto(idea))?.status()).toBe(404);
  expect((await other.goto('/fr/studio/ideas'))?.status()).toBe(404);
  await others.close();

  const studio = await browser.newContext();
  const team = await studio.newPage();
  await signIn(team, CAST.ines, { next: '/fr/studio/ideas' });
  await expectAccessible(team, 'the ideas to read');
  await team.getByLabel('Chercher une idée').fill(mark);
  await team.getByRole('button', { name: 'Chercher', exact: true }).click();
  await expect(team).toHaveURL(/q=/);
  await team.getByRole('main').getByRole('link', { name: wished }).click();
  await expect(team.getByRole('heading', { level: 1 })).toContainText(wished);
  await expectAwake(team);
  await expect(team.getByText('1 personne, aucune organisation, 1 demande')).toBeVisible();
  await team.getByLabel('L’idée en une phrase').fill(worded);
  await team.getByRole('button', { name: 'Enregistrer le texte' }).click();
  await expect(team.getByRole('heading', { level: 1 })).toContainText(worded);
  // A theme is needed to group it: told beside its field, and what was chosen stays.
  await team.getByLabel('Nouvel état').selectOption({ label: 'Réunie à un thème' });
  await team.getByRole('button', { name: 'Changer l’état' }).click();
  const theme = team.getByLabel('Thème de la feuille de route');
  await expect(theme).toHaveAccessibleDescription(/Remplissez ce champ\./);
  await expect(team.getByLabel('Nouvel état')).toHaveValue('grouped');
  await theme.selectOption('events-checkin');
  await team.getByRole('button', { name: 'Changer l’état' }).click();
  await expect(team.getByRole('link', { name: 'Voir la page publique' })).toBeVisible();
  await expectAccessible(team, 'an idea in the studio');
  await studio.close();

  // Everybody reads it, in the words of the product team; without scripts, too.
  const plain = await browser.newContext({ javaScriptEnabled: false });
  const visitor = await plain.newPage();
  await visitor.goto(`/fr/ideas/all?q=${mark}`);
  await visitor.getByRole('main').getByRole('link', { name: worded, exact: true }).click();
  await expect(visitor.getByRole('heading', { level: 1 })).toHaveText(worded);
  await visitor.getByRole('link', { name: 'Soutenir' }).click();
  await expect(visitor).toHaveURL(/sign-in\?next=/);
  await signIn(visitor, CAST.noor, { next: `/fr/ideas/${number}` });
  const box = visitor.locator(`#idea-${number}`);
  await box.getByRole('button', { name: 'Soutenir' }).click();
  await expect(box).toContainText('2');
  await expect(box).toContainText('Vous la soutenez');
  await visitor.goto('/fr/roadmap/events-checkin');
  await expect(visitor.getByRole('link', { name: worded })).toBeVisible();
  await visitor.goto(`/fr/ideas/${number}`);
  await box.getByRole('button', { name: 'Retirer mon soutien' }).click();
  await expect(box).toContainText('1');
  await expect(box.getByRole('button', { name: 'Soutenir' })).toBeVisible();
  await plain.close();

  // The decision resolves the request, and is told in its conversation.
  await expect(async () => {
    await page.goto(request);
    await expect(page.getByText('Résolue', { exact: true }).filter({ visible: true }).first()).toBeVisible({
      timeout: 500,
    });
  }).toPass({ timeout: 30_000 });
  await expect(page.getByRole('link', { name: new RegExp(worded) })).toBeVisible();
  await expectAccessible(page, 'a request that became an idea');
  await customer.close();
});
