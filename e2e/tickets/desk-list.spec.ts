import { expect, type Page, test } from '@playwright/test';
import { CAST, expectAccessible, signIn } from '../fixtures';

const rows = (page: Page) => page.getByRole('main').getByRole('row');
const views = (page: Page) => page.getByRole('navigation', { name: 'Vues de la boîte de réception' });

test('an agent searches, narrows, keeps a view with its count, and takes it away again', async ({ page }) => {
  const name = `Paiements ${crypto.randomUUID().slice(0, 6)}`;
  await signIn(page, CAST.theo, { next: '/fr/desk' });
  await page.getByRole('searchbox', { name: 'Rechercher dans les demandes' }).fill('QR code billet');
  await page.getByRole('button', { name: 'Rechercher', exact: true }).click();
  await expect(rows(page).filter({ hasText: 'QR code' })).toHaveCount(0);
  const search = page.getByRole('main').getByRole('search');
  await page.getByRole('link', { name: 'Chercher aussi parmi les demandes résolues et clôturées' }).click();
  await expect(rows(page).nth(1)).toContainText('Le QR code du billet');

  await page.goto('/fr/desk');
  await page.getByText('Filtres', { exact: true }).click();
  await page.getByText('Autres critères').click();
  await expectAccessible(page, 'the filters that are seldom asked for');
  await search.getByLabel('Pôle', { exact: true }).selectOption('Comptabilité et paiements');
  await page.getByRole('button', { name: 'Appliquer' }).click();
  await expect(rows(page).filter({ hasText: 'Card payments show twice' })).toBeVisible();
  await expect(rows(page).filter({ hasText: 'régate' })).toHaveCount(0);
  await page.getByRole('main').getByText('Enregistrer cette vue').click();
  await page.getByRole('button', { name: 'Enregistrer la vue' }).click();
  await expect(page.getByLabel('Nom de la vue')).toHaveAccessibleDescription(/Remplissez ce champ\./);
  await page.getByLabel('Nom de la vue').fill(name);
  await page.getByRole('button', { name: 'Enregistrer la vue' }).click();
  await expect(views(page).getByRole('link', { name })).toHaveAttribute('aria-current', 'page');
  await expectAccessible(page);

  const renamed = `Caisse ${name.slice(-6)}`;
  await page.getByText(`Renommer la vue « ${name} »`).click();
  await page.getByLabel('Nouveau nom').fill(renamed);
  await expectAccessible(page, 'renaming a view');
  await page.getByRole('button', { name: 'Renommer', exact: true }).click();
  await expect(views(page).getByRole('link', { name: renamed })).toHaveAttribute('aria-current', 'page');
  await expect(views(page).getByRole('link', { name })).toHaveCount(0);

  await page.getByRole('list', { name: 'Filtres actifs' }).getByRole('link', { name: /Pôle/ }).click();
  await expect(page).toHaveURL('/fr/desk');
  await views(page).getByRole('link', { name: renamed }).click();
  const drop = page.getByRole('button', { name: `Retirer la vue ${renamed}` });
  await drop.click();
  await expect(views(page).getByRole('link', { name: renamed })).toHaveCount(0);
  await page.getByRole('main').getByRole('status').getByRole('button', { name: 'Annuler' }).click();
  await expect(views(page).getByRole('link', { name: renamed })).toHaveAttribute('aria-current', 'page');
  await drop.click();
  await expect(views(page).getByRole('link', { name: renamed })).toHaveCount(0);
});

test('without scripts, on a phone, the list can be sorted and narrowed all the same', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } });
  const page = await context.newPage();
  await signIn(page, CAST.theo, { locale: 'en', next: '/en/desk' });
  await page.getByLabel('Sort').selectOption('Priority');
  await page.getByRole('button', { name: 'Search', exact: true }).click();
  await expect(page).toHaveURL(/sort=priority/);
  // The rail has no room for it here: the same list in the other language.
  const french = page.getByRole('contentinfo').getByRole('link', { name: 'Français' });
  await expect(french).toHaveAttribute('href', /^\/fr\/desk\?.*sort=priority/);
  await page.getByRole('navigation', { name: 'Views of the inbox' }).getByRole('link', { name: 'Unassigned' }).click();
  await expect(page.getByRole('row').filter({ hasText: 'régate de printemps' })).toContainText('Unassigned');
  // What only closed requests say is looked for among these, without a word on the status.
  await page.goto('/en/desk');
  await page.getByText('Filters', { exact: true }).click();
  await page.getByText('More filters').click();
  await page.getByLabel('Reason for closing').selectOption('Dealt with');
  await page.getByRole('button', { name: 'Apply' }).click();
  await expect(page).toHaveURL(/reason=solved/);
  const narrowed = page.getByRole('list', { name: 'Active filters' }).getByRole('link');
  await expect(narrowed.filter({ hasText: 'Reason for closing' })).toBeVisible();
  await expect(narrowed.filter({ hasText: 'Status' })).toHaveCount(0);
  await expect(page.getByRole('row').filter({ hasText: 'Connecting our own domain name' })).toBeVisible();
  await context.close();
});
