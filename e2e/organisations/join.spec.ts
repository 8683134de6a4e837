import { type Browser, expect, type Page, test } from '@playwright/test';
import { CAST, expectAccessible, followMail, newAddress, signIn } from '../fixtures';

const HOME = '/fr/account/organisation';
const PASSWORD = 'lanterne bleue du préau';
const main = (page: Page) => page.getByRole('main');

const invite = async (page: Page, email: string): Promise<void> => {
  await main(page).getByLabel('Adresse e-mail').fill(email);
  await main(page).getByRole('button', { name: 'Envoyer l’invitation', exact: true }).click();
};

const elsewhere = async (browser: Browser, javaScriptEnabled: boolean): Promise<Page> =>
  (await browser.newContext({ javaScriptEnabled })).newPage();

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled });

    test('a manager invites a colleague, who joins, sees what the organisation shares, and is let go', async ({
      page,
      browser,
    }) => {
      const email = newAddress('lou');
      // Both of these tests run at the same time, in the same organisation.
      const name = `Lou ${email.slice(4, 12)}`;
      await signIn(page, CAST.camille, { next: HOME });
      await invite(page, 'pas une adresse');
      await expect(main(page).getByLabel('Adresse e-mail')).toHaveAccessibleDescription(/adresse/i);
      await expect(main(page).getByLabel('Adresse e-mail')).toHaveValue('pas une adresse');
      await main(page).locator('#invite-team').selectOption('Bureau');
      await invite(page, email);
      await expect(main(page).getByText('L’invitation est partie.')).toBeVisible();
      await expect(main(page).getByText(email)).toBeVisible();
      // Sent again it says the same, the team included.
      await page.goto(HOME);
      await main(page)
        .getByRole('button', { name: `Renvoyer l’invitation à ${email}` })
        .click();
      await expect(main(page).getByText('L’invitation est partie.')).toBeVisible();
      if (javaScriptEnabled) await expectAccessible(page, HOME);

      const newcomer = await elsewhere(browser, javaScriptEnabled);
      await followMail(newcomer, email);
      await expect(newcomer.getByRole('heading', { level: 1 })).toHaveText('Rejoindre Les Amis du Jardin');
      await main(newcomer).getByLabel('Nom complet').fill(name);
      await main(newcomer).getByLabel('Nouveau mot de passe').fill(PASSWORD);
      const invitation = newcomer.url();
      await main(newcomer).getByRole('button', { name: 'Rejoindre l’organisation' }).click();
      await expect(newcomer.getByText('vous faites maintenant partie de l’organisation')).toBeVisible();

      // Neither the requests of others nor the work of managers: this organisation shares with managers alone.
      await newcomer.goto(HOME);
      await expect(main(newcomer).getByText(name)).toBeVisible();
      await expect(main(newcomer).getByRole('button', { name: 'Envoyer l’invitation', exact: true })).toHaveCount(0);
      await newcomer.goto('/fr/requests?scope=organisation');
      await expect(main(newcomer).getByText('L’import de 1 200 adhérents')).toHaveCount(0);
      expect((await newcomer.goto('/fr/requests/1013'))?.status()).toBe(404);
      // The link is used up.
      await newcomer.goto(invitation);
      await expect(newcomer.getByRole('heading', { level: 1 })).toHaveText('Ce lien ne fonctionne plus');

      await page.goto(HOME);
      const lou = main(page).getByRole('row').filter({ hasText: email });
      await expect(lou.getByRole('cell').nth(2)).toHaveText('Bureau');
      await lou.locator('summary').click();
      await lou.getByRole('button', { name: 'Retirer de l’organisation' }).click();
      await expect(main(page).getByText('La personne ne fait plus partie de l’organisation.')).toBeVisible();
      await newcomer.goto(HOME);
      await expect(main(newcomer).getByText('Votre compte n’est rattaché à aucune organisation')).toBeVisible();
    });
  });
}

test('an administrator keeps organisations, which nobody else may', async ({ page, browser }) => {
  const name = `Chorale ${crypto.randomUUID().slice(0, 8)}`;
  await signIn(page, CAST.admin, { next: '/fr/admin/organisations' });
  await expectAccessible(page, 'organisations');
  await main(page).getByRole('link', { name: 'Nouvelle organisation' }).click();
  await main(page).getByRole('button', { name: 'Créer l’organisation' }).click();
  await expect(main(page).getByLabel('Nom', { exact: true })).toHaveAccessibleDescription(/\S/);
  await main(page).getByLabel('Nom', { exact: true }).fill(name);
  await main(page).getByRole('button', { name: 'Créer l’organisation' }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  await expectAccessible(page, name);
  const address = page.url();

  const agent = await elsewhere(browser, true);
  await signIn(agent, CAST.theo);
  expect((await agent.goto(address))?.status()).toBe(404);
  expect((await agent.goto('/fr/admin/organisations'))?.status()).toBe(404);
});
