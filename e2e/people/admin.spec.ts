import { expect, type Page, test } from '@playwright/test';
import { CAST, expectAccessible, followMail, newAddress, signIn, signUp } from '../fixtures';

const person = (page: Page, email: string) => page.getByRole('row').filter({ hasText: email });

test('an admin finds a new account, gives it a role, closes it, which hands its requests back, and opens it again', async ({
  page,
}) => {
  const email = await signUp(page, 'Lucie Martin');
  await signIn(page, CAST.admin, { next: '/fr/admin/people' });
  await page.getByLabel('Nom, adresse ou organisation').fill(email);
  await page.getByRole('button', { name: 'Filtrer' }).click();
  await expect(person(page, email)).toContainText('Adresse non confirmée');

  await page.getByLabel('Modifier Lucie Martin').click();
  await person(page, email).getByLabel('Rôle').selectOption('Agent');
  await person(page, email).getByRole('button', { name: 'Changer le rôle' }).click();
  await expect(page.getByRole('main').getByRole('status')).toHaveText('Le rôle est changé.');
  await expect(person(page, email).getByRole('cell').nth(1)).toHaveText('Agent');

  const list = page.url();
  const assigneeId = await person(page, email).locator('input[name="id"]').first().inputValue();
  const call = async (verb: string, json: unknown) => {
    const answer = await page.request.post(`/api/trpc/${verb}`, { data: { json } });
    return (await answer.json()).result.data.json;
  };
  const subject = `Où changer notre adresse ? ${crypto.randomUUID().slice(0, 8)}`;
  const description = 'Notre siège a déménagé, et nos reçus portent encore l’ancienne adresse.';
  const { number } = await call('tickets.open', { typeKey: 'question', subject, description, answers: {} });
  await call('tickets.assign', { number, assigneeId });
  await page.reload();
  await page.getByLabel('Modifier Lucie Martin').click();
  await expect(person(page, email)).toContainText('Sa demande ouverte sera remise à son équipe.');
  await expectAccessible(page, 'what closing an account hands back');
  await person(page, email).getByRole('button', { name: 'Désactiver le compte' }).click();
  await expect(person(page, email)).toContainText('Désactivé');

  // Done by the worker, in its own time.
  await expect(async () => {
    await page.goto(`/fr/desk/${number}`);
    const history = 'Lucie Martin a quitté l’équipe\u202f: demande remise à l’équipe';
    await expect(page.getByRole('main')).toContainText(history, { timeout: 1_000 });
  }).toPass({ timeout: 60_000 });
  await page.goto(list);
  await page.getByLabel('Modifier Lucie Martin').click();
  await person(page, email).getByRole('button', { name: 'Réactiver le compte' }).click();
  await expect(page.getByRole('main').getByRole('status')).toHaveText('Le compte est de nouveau actif.');
});

test('an admin invites a colleague, who starts at once, and takes another invitation back', async ({
  page,
  browser,
}) => {
  const [email, other] = [newAddress('salome'), newAddress('sacha')];
  await signIn(page, CAST.admin, { next: '/fr/admin/people' });
  const invite = async (address: string) => {
    await page.getByLabel('Adresse e-mail').fill(address);
    await page.getByRole('button', { name: 'Envoyer l’invitation', exact: true }).click();
  };
  await page.getByText('Inviter quelqu’un dans l’équipe').click();
  await invite(CAST.noor);
  // Told beside the field, and what was written stays.
  await expect(page.getByLabel('Adresse e-mail')).toHaveAccessibleDescription(/a déjà un compte/);
  await expect(page.getByLabel('Adresse e-mail')).toHaveValue(CAST.noor);
  await expectAccessible(page, 'inviting a colleague');
  await page.getByLabel('Langue de l’invitation').selectOption('English');
  await invite(other);
  await expect(page.getByRole('main').getByRole('status')).toHaveText('L’invitation est partie.');
  await page.goto('/fr/admin/people');
  await page.getByText('Inviter quelqu’un dans l’équipe').click();
  await invite(email);
  const pending = page.getByRole('region', { name: 'Invitations sans réponse' });
  await expect(pending).toContainText(email);
  await expect(pending.getByRole('listitem').filter({ hasText: other })).toContainText('English');
  await page.getByRole('button', { name: `Retirer l’invitation envoyée à ${other}` }).click();
  await expect(pending).not.toContainText(other);

  const newcomer = await (await browser.newContext()).newPage();
  await followMail(newcomer, email);
  await expect(newcomer.getByRole('heading', { level: 1 })).toContainText('Rejoindre l’équipe');
  await expectAccessible(newcomer, 'an invitation to the team');
  await newcomer.getByLabel('Nom complet').fill('Salomé Petit');
  await newcomer.getByLabel('Nouveau mot de passe').fill('lanterne bleue du préau');
  await newcomer.getByRole('button', { name: 'Créer mon compte et commencer' }).click();
  await expect(newcomer).toHaveURL(/\/fr\/desk/);
  await page.reload();
  await expect(page.getByRole('button', { name: `Retirer l’invitation envoyée à ${email}` })).toHaveCount(0);
});

test('the last admin keeps the role', async ({ page }) => {
  await signIn(page, CAST.admin, { locale: 'en', next: '/en/admin/people' });
  await page.getByLabel('Name, address or organisation').fill(CAST.admin);
  await page.getByRole('button', { name: 'Filter' }).click();
  await person(page, CAST.admin).getByText('Edit').click();
  await person(page, CAST.admin).getByRole('button', { name: 'Deactivate the account' }).click();
  await expect(page.getByRole('main').getByRole('alert')).toContainText(
    'This is the last active administrator account',
  );
});

test('for everybody else the administration does not exist', async ({ page }) => {
  await signIn(page, CAST.theo);
  const answer = await page.goto('/fr/admin/people');
  expect(answer?.status()).toBe(404);
});
