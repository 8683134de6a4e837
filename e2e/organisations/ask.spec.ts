import { expect, type Page, test } from '@playwright/test';
import { CAST, expectAccessible, followMail, signIn } from '../fixtures';

const HOME = '/fr/account/organisation';
const PASSWORD = 'lanterne bleue du préau';
const main = (page: Page) => page.getByRole('main');

test('somebody with an address of an organisation asks to join it, and is let in with a word', async ({
  page,
  browser,
}) => {
  const mark = crypto.randomUUID().slice(0, 8);
  const organisation = `Club ${mark}`;
  const email = `lou@club-${mark}.test`;
  await signIn(page, CAST.admin, { next: '/fr/admin/organisations/new' });
  await main(page).getByLabel('Nom', { exact: true }).fill(organisation);
  await main(page).getByLabel('Domaines de ses adresses').fill(`club-${mark}.test`);
  await main(page).getByLabel('Sur demande, avec accord').check();
  await main(page).getByRole('button', { name: 'Créer l’organisation' }).click();
  await expect(main(page).getByRole('status')).toHaveText('L’organisation est enregistrée.');

  const newcomer = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await newcomer.goto('/fr/sign-up');
  await main(newcomer).getByLabel('Nom complet').fill('Lou Perrin');
  await main(newcomer).getByLabel('Adresse e-mail').fill(email);
  await newcomer.getByRole('button', { name: 'Créer mon compte' }).click();
  await expect(main(newcomer).getByRole('status')).toContainText('Nous venons de vous écrire');
  await followMail(newcomer, email);
  await main(newcomer).getByLabel('Nouveau mot de passe').fill(PASSWORD);
  await newcomer.getByRole('button', { name: 'Enregistrer et me connecter' }).click();
  await expect(main(newcomer).getByRole('status').first()).toContainText('vous êtes connecté');
  await newcomer.goto(HOME);
  await main(newcomer).getByRole('button', { name: 'Demander à rejoindre l’organisation' }).click();
  await expect(main(newcomer).getByText(`Vous avez demandé à rejoindre ${organisation}`)).toBeVisible();

  await page.goto('/fr/admin/organisations');
  await expect(main(page).getByRole('listitem').filter({ hasText: email })).toBeVisible();
  // Whoever answers requests may answer this one, too, and sees on every page of the desk that somebody waits.
  await page.context().clearCookies();
  await signIn(page, CAST.theo, { next: '/fr/desk' });
  await page
    .getByRole('navigation', { name: 'Espaces de travail' })
    .getByRole('link', { name: /Adhésions.*en attente/ })
    .click();
  const waiting = main(page).getByRole('listitem').filter({ hasText: email });
  await expect(waiting).toContainText(organisation);
  await expect(waiting.getByRole('link')).toHaveCount(0);
  await waiting.getByLabel('Un mot avec la réponse').fill('Bienvenue au club.');
  await expectAccessible(page, 'the queue');
  await waiting.getByRole('button', { name: 'Accepter Lou Perrin' }).click();
  await expect(main(page).getByText('La personne fait maintenant partie de l’organisation.')).toBeVisible();

  await followMail(newcomer, email, 'Bienvenue au club.');
  await newcomer.goto(HOME);
  await expect(newcomer.getByRole('heading', { level: 1 })).toHaveText(organisation);
  // A plain member answers nobody’s question.
  await expect(main(newcomer).getByText('Demandes d’adhésion')).toHaveCount(0);
  await newcomer.context().close();
});
