import { expect, test } from '@playwright/test';
import { CAST, signIn } from '../fixtures';

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('an agent narrows the reports of their teams, reads the figures and takes them along; customers do not', async ({
    page,
    browser,
  }) => {
    await signIn(page, CAST.theo, { next: '/fr/desk/reports' });
    await page.getByLabel('Période', { exact: true }).selectOption('90 derniers jours');
    await page.getByLabel('Découpage', { exact: true }).selectOption('Par mois');
    await page.getByRole('button', { name: 'Afficher' }).click();
    await expect(page).toHaveURL(/period=90.*unit=month/);

    const volume = page.getByRole('region', { name: 'Volume', exact: true });
    await volume.getByText('Voir les chiffres').click();
    const total = volume.getByRole('row').filter({ hasText: 'Total' }).getByRole('cell').first();
    await expect(total).not.toHaveText('0');
    const opened = await total.textContent();
    await expect(page.getByRole('main').locator('dl').first()).toContainText(opened ?? '');

    const link = await page.getByRole('link', { name: 'Télécharger « Volume » en CSV' }).getAttribute('href');
    const file = await page.request.get(link ?? '');
    expect(file.headers()['content-type']).toBe('text/csv; charset=utf-8');
    const [head, ...rows] = (await file.text()).split('\r\n').filter(Boolean);
    expect(head).toBe('\uFEFFDébut;Ouvertes;Résolues ou clôturées;Rouvertes');
    const sum = rows.reduce((all, row) => all + Number(row.split(';')[1]), 0);
    expect(String(sum)).toBe(opened?.replace(/\s/g, ''));

    // The desk reads of a customer what customers read of themselves.
    const backlog = await page.request.get((link ?? '').replace('report=volume', 'report=backlog'));
    expect(await backlog.text()).toMatch(/^\uFEFFStatut;/);
    expect(await backlog.text()).not.toContain('votre réponse');

    await page.goto('/en/desk/reports?period=own&from=2026-03-31&until=2026-03-01');
    await expect(page.getByLabel('From', { exact: true })).toHaveAccessibleDescription(/must come before/);
    await expect(page.getByLabel('From', { exact: true })).toHaveValue('2026-03-31');

    const customer = await (await browser.newContext()).newPage();
    await signIn(customer, CAST.camille);
    expect((await customer.goto('/fr/desk/reports'))?.status()).toBe(404);
    expect((await customer.request.get(link ?? '')).status()).toBe(404);
    await customer.context().close();
  });
});

test('on a phone the figures of a chart scroll in themselves, and the page stays as wide as it is', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await signIn(page, CAST.theo, { next: '/fr/desk/reports?period=90' });
  const volume = page.getByRole('region', { name: 'Volume', exact: true });
  // Whoever has just signed in by the form may be led on before the page is there, and `all` waits for nothing.
  await expect(volume.getByText('Voir les chiffres')).toBeVisible();
  for (const figures of await page.getByText('Voir les chiffres').all()) await figures.click();
  await expect(volume.getByRole('row').filter({ hasText: 'Total' })).toBeVisible();
  const main = page.getByRole('main');
  const parts = [...(await main.getByRole('paragraph').all()), ...(await main.locator('svg').all())];
  const rights = await Promise.all(parts.map(async (part) => part.boundingBox()));
  expect(Math.max(...rights.map((box) => (box ? box.x + box.width : 0)))).toBeLessThanOrEqual(390);
});

test('an admin reads in both languages who did what, and takes it along; agents do not', async ({ page, browser }) => {
  await signIn(page, CAST.admin, { next: '/fr/admin/audit?verb=people.signInWithPassword' });
  const log = page.getByRole('list', { name: 'Journal' });
  await expect(log.getByRole('listitem').first()).toContainText('a ouvert une session, par mot de passe');
  await page.goto('/en/admin/audit?verb=people');
  await expect(page.getByRole('list', { name: 'Audit log' })).toContainText('signed in, with a password');
  await page.getByLabel('Person', { exact: true }).fill('nobody of that name');
  await page.getByRole('button', { name: 'Filter' }).click();
  await expect(page.getByText('Nothing of the kind in the log')).toBeVisible();
  const file = await page.request.get('/en/admin/audit.csv?verb=people');
  expect(await file.text()).toMatch(/^\uFEFFDate,Done by,Nature,Action,Subject,Details\r\n/);

  const agent = await (await browser.newContext()).newPage();
  await signIn(agent, CAST.theo);
  expect((await agent.goto('/fr/admin/audit'))?.status()).toBe(404);
  expect((await agent.request.get('/fr/admin/audit.csv')).status()).toBe(404);
  await agent.context().close();
});
