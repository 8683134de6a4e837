import { expect, type Page, test } from '@playwright/test';
import { newAddress, signIn } from '../fixtures';

const PASSWORD = 'pluie tardive sur le quai';
const main = (page: Page) => page.getByRole('main');

/** Opens the newest mail to an address as a newcomer does, in the development mailbox, and follows its link. */
const followMailedLink = async (page: Page, email: string): Promise<string> => {
  await page.goto('/dev/mailbox');
  await page.getByRole('row').filter({ hasText: email }).first().getByRole('link').click();
  const link = page.locator('pre').getByRole('link').first();
  const address = (await link.getAttribute('href')) ?? '';
  // As its reader's program draws it, too.
  await expect(page.frameLocator('iframe').locator(`a[href="${address}"]`).first()).toBeVisible();
  await link.click();
  return address;
};

const signUp = async (page: Page, name: string, email: string): Promise<void> => {
  await page.goto('/fr');
  await page.goto('/fr/sign-in');
  await page.getByRole('link', { name: 'Créer un compte' }).click();
  await main(page).getByLabel('Nom complet').fill(name);
  await main(page).getByLabel('Adresse e-mail').fill(email);
  await page.getByRole('button', { name: 'Créer mon compte' }).click();
  await expect(main(page).getByRole('status')).toContainText('Nous venons de vous écrire');
};

const choosePassword = async (page: Page, password: string): Promise<void> => {
  await main(page).getByLabel('Nouveau mot de passe').fill(password);
  await page.getByRole('button', { name: 'Enregistrer et me connecter' }).click();
};

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled });

    test('signing up by mail, then forgetting the password', async ({ page, browser }) => {
      const email = newAddress('lucie');
      await signUp(page, 'Lucie Martin', email);
      const first = await followMailedLink(page, email);
      await expect(main(page)).toContainText(`Pour le compte de ${email}`);

      await choosePassword(page, 'lucie.martin');
      await expect(main(page).getByLabel('Nouveau mot de passe')).toHaveAccessibleDescription(/fait de votre nom/);
      await choosePassword(page, PASSWORD);
      await expect(main(page).getByRole('status').first()).toContainText('vous êtes connecté');
      await expect(main(page).getByLabel('Nom complet')).toHaveValue('Lucie Martin');

      // Used up: opened again it offers another.
      await page.goto(first);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ce lien ne fonctionne plus');

      const elsewhere = await browser.newPage({ javaScriptEnabled });
      await elsewhere.goto('/fr/forgotten-password');
      await main(elsewhere).getByLabel('Adresse e-mail').fill(email);
      await elsewhere.getByRole('button', { name: 'Recevoir le lien' }).click();
      await expect(main(elsewhere).getByRole('status')).toContainText('Si un compte existe');
      await followMailedLink(elsewhere, email);
      await choosePassword(elsewhere, `${PASSWORD} du port`);
      await expect(main(elsewhere).getByRole('status').first()).toContainText('vous êtes connecté');
      await elsewhere.close();

      // The new password ended the session that was open here.
      await page.goto('/fr/account');
      await expect(page).toHaveURL(/\/fr\/sign-in/);
      await signIn(page, email, { password: `${PASSWORD} du port` });
    });
  });
}

test('signing in by a mailed link, in English, back to the page asked for', async ({ page }) => {
  const email = newAddress('sam');
  await signUp(page, 'Sam Weber', email);
  await page.goto('/en/account');
  await main(page).getByLabel('E-mail address').fill(email);
  await page.getByRole('button', { name: 'Send me a sign-in link' }).click();
  await expect(main(page).getByRole('status')).toContainText('If there is an account');
  await followMailedLink(page, email);
  await expect(main(page)).toContainText(`You are about to open the account of ${email}`);
  await page.reload();
  await main(page).getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page).toHaveURL('/en/account');
  await expect(main(page)).toContainText('Your account has no password yet');
});

test('the profile keeps language, time zone and password', async ({ page }) => {
  const email = newAddress('noemie');
  await signUp(page, 'Noémie Tran', email);
  await followMailedLink(page, email);
  await choosePassword(page, PASSWORD);
  await main(page).getByLabel('Langue').selectOption('English');
  await main(page).getByLabel('Fuseau horaire').selectOption('Asia/Tokyo');
  await main(page).getByRole('button', { name: 'Enregistrer le profil' }).click();
  await expect(page).toHaveURL('/en/account?saved=profile');
  await expect(main(page).getByLabel('Time zone')).toHaveValue('Asia/Tokyo');

  await main(page).getByLabel('Current password').fill('not that one');
  await main(page).getByLabel('New password').fill(`${PASSWORD} du port`);
  await main(page).getByRole('button', { name: 'Change password' }).click();
  await expect(main(page).getByLabel('Current password')).toHaveAccessibleDescription(/not your present password/);
  await main(page).getByLabel('Current password').fill(PASSWORD);
  await main(page).getByLabel('New password').fill(`${PASSWORD} du port`);
  await main(page).getByRole('button', { name: 'Change password' }).click();
  await expect(page).toHaveURL('/en/account?saved=password');
});
