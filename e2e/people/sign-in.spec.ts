import { expect, type Page, test } from '@playwright/test';
import { CAST, DEMO_PASSWORD, newAddress, signInByForm, signUp } from '../fixtures';

const refusedThenPassed = async (page: Page): Promise<void> => {
  const main = page.getByRole('main');
  for (const email of [CAST.camille, newAddress('nobody')]) {
    await page.goto('/fr/sign-in');
    await main.getByLabel('Adresse e-mail').fill(email);
    await main.getByLabel('Mot de passe').fill('pas le bon');
    await main.getByRole('button', { name: 'Se connecter', exact: true }).click();
    await expect(main.getByRole('alert')).toHaveText(/L’adresse ou le mot de passe ne correspond pas/);
    await expect(main.getByLabel('Adresse e-mail')).toHaveValue(email);
    await expect(main.getByLabel('Mot de passe')).toHaveValue('');
  }
  await main.getByLabel('Adresse e-mail').fill(CAST.camille);
  await main.getByLabel('Mot de passe').fill(DEMO_PASSWORD);
  await main.getByRole('button', { name: 'Se connecter', exact: true }).click();
  await expect(page).toHaveURL('/fr/requests');
};

test('a refused attempt keeps the address, says one thing for all, and the next one passes', async ({ page }) => {
  await refusedThenPassed(page);
});

// The pages of accounts are never hydrated: what works without JavaScript is what everybody gets.
test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a refused attempt keeps the address, and the next one passes', async ({ page }) => {
    await refusedThenPassed(page);
  });

  test('what is missing is said beside its field, which has the focus', async ({ page }) => {
    await page.goto('/en/sign-in');
    const main = page.getByRole('main');
    await main.getByLabel('E-mail address').fill('camille@nowhere');
    await main.getByRole('button', { name: 'Send me a sign-in link' }).click();
    const field = main.getByLabel('E-mail address');
    await expect(field).toHaveAccessibleDescription(/Enter a full e-mail address/);
    await expect(field).toHaveValue('camille@nowhere');
  });

  test('a sign-in link is promised to known and unknown addresses alike', async ({ page }) => {
    const main = page.getByRole('main');
    const known = await signUp(page, 'Lucie Martin');
    const said: string[] = [];
    for (const email of [known, newAddress('nobody')]) {
      await page.goto('/fr/sign-in');
      await main.getByLabel('Adresse e-mail').fill(email);
      await main.getByRole('button', { name: 'Recevoir un lien de connexion' }).click();
      said.push((await main.getByRole('status').textContent()) ?? '');
    }
    expect(said[0]).toMatch(/^Regardez vos e-mails/);
    expect(said[1]).toBe(said[0]);
  });

  test('a visitor is led to sign in and back to the page asked for', async ({ page }) => {
    await page.goto('/fr/account');
    await expect(page).toHaveURL('/fr/sign-in?next=%2Ffr%2Faccount');
    const main = page.getByRole('main');
    await main.getByLabel('Adresse e-mail').fill(CAST.noor);
    await main.getByLabel('Mot de passe').fill(DEMO_PASSWORD);
    await main.getByRole('button', { name: 'Se connecter', exact: true }).click();
    await expect(page).toHaveURL('/fr/account');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Votre compte');
  });

  test('signing out ends the session', async ({ page }) => {
    await signInByForm(page, CAST.noor);
    await page.getByRole('main').getByRole('button', { name: 'Se déconnecter' }).click();
    await expect(page).toHaveURL('/fr');
    await page.goto('/fr/account');
    await expect(page).toHaveURL(/\/fr\/sign-in/);
  });
});

test('everybody goes first to where they work', async ({ browser }) => {
  for (const [email, home] of [
    [CAST.theo, '/en/desk'],
    [CAST.ines, '/en/studio'],
    [CAST.camille, '/en/requests'],
  ] as const) {
    const page = await browser.newPage();
    await page.goto('/en/sign-in');
    await page.getByRole('main').getByLabel('E-mail address').fill(email);
    await page.getByRole('main').getByLabel('Password', { exact: true }).fill(DEMO_PASSWORD);
    await page.getByRole('main').getByRole('button', { name: 'Sign in', exact: true }).click();
    await expect(page).toHaveURL(home);
    await page.close();
  }
});

test('the page asked for is never on another site', async ({ page }) => {
  for (const next of ['//evil.example/fr', 'https://evil.example/fr', '/\\evil.example']) {
    await page.goto(`/fr/sign-in?${new URLSearchParams({ next })}`);
    await expect(page.locator('input[name=next]')).toHaveCount(0);
  }
});

test('the header of a reading page says who is signed in', async ({ page }) => {
  await signInByForm(page, CAST.theo);
  await page.goto('/fr/faq');
  await page.getByRole('button', { name: 'Mon compte' }).click();
  await expect(page.getByRole('link', { name: 'Boîte de réception' })).toBeVisible();
  await page.getByRole('button', { name: 'Se déconnecter' }).click();
  await expect(page).toHaveURL('/fr');
  await page.goto('/fr/faq');
  await expect(page.getByRole('banner').getByRole('link', { name: 'Se connecter' })).toBeVisible();
});

test('next-auth’s own way in works with its csrf token, and only with it', async ({ request }) => {
  const { csrfToken } = (await (await request.get('/api/auth/csrf')).json()) as { csrfToken: string };
  const form = { email: CAST.noor, password: DEMO_PASSWORD };
  const answer = await request.post('/api/auth/callback/password', { form: { ...form, csrfToken }, maxRedirects: 0 });
  expect(answer.status()).toBe(302);
  expect(await (await request.get('/api/me')).json()).toMatchObject({ name: 'Noor Benali', role: 'customer' });
});
