import { expect, test } from '@playwright/test';
import { type OwnApp, removeOwnApp, startOwnApp, stopDatabase } from './own-app';

const VISITED = [
  '/fr',
  '/en',
  '/fr/status',
  '/en/status',
  '/fr/roadmap',
  '/en/roadmap',
  '/fr/roadmap/members-import',
  '/fr/help',
  '/fr/help/adherents',
  '/fr/help/adherents/importer-vos-adherents',
  '/en/help/members/import-your-members',
  '/fr/faq',
  '/fr/news',
  '/api/v2/summary.json',
  '/api/v2/status.json',
  '/api/v2/components.json',
  '/api/v2/incidents.json',
  '/history.atom',
];
const RUNNING = 'Les imports et les messages prennent du retard';

// One installation, broken once: the tests of this file follow one another.
test.describe.configure({ mode: 'serial', timeout: 120_000 });

let app: OwnApp;

test.beforeAll(async () => {
  test.setTimeout(180_000);
  app = await startOwnApp();
});
test.afterAll(() => removeOwnApp(app));

test('with the database stopped, every page that was read before is still served', async ({ page }) => {
  const get = async (path: string) => {
    const answer = await page.request.get(app.origin + path);
    return { status: answer.status(), body: await answer.text() };
  };
  const before = new Map<string, string>();
  for (const path of VISITED) {
    const { status, body } = await get(path);
    expect(status, path).toBe(200);
    before.set(path, body);
  }
  await stopDatabase(app);

  for (const path of VISITED) {
    const { status, body } = await get(path);
    expect(status, path).toBe(200);
    expect(body.length, path).toBe(before.get(path)?.length);
  }
  await page.goto(`${app.origin}/fr/help/adherents/importer-vos-adherents`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Importer vos adhérents depuis un tableur');
  await expect(page.getByRole('region', { name: 'Incidents en cours' })).toContainText(RUNNING);
  expect((await page.request.get(`${app.origin}/healthz`)).status()).toBe(200);
});

test('what nobody had read, and what is personal, says calmly that it will be back', async ({ page }) => {
  for (const path of ['/fr/roadmap/sepa-debits', '/fr/requests', '/fr/sign-in']) {
    const answer = await page.goto(app.origin + path);
    expect(answer?.status(), path).toBe(503);
    expect(answer?.headers()['cache-control'], path).toContain('no-store');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Cette page n’est pas disponible pour le moment');
  }
  await page.getByRole('link', { name: 'État du service' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'État du service' })).toBeVisible();
});
