import { expect, test } from '@playwright/test';
import { CAST, expectAccessible, signIn } from '../fixtures';

const NOTE = { path: '/fr/news/2026-44-acces-anticipe-aux-recus-groupes', title: /Accès anticipé/ };
const GUIDE = { path: '/fr/resources/reprise-des-donnees', title: 'Reprendre les données d’un ancien logiciel' };

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a note and a guide for customers are lost for visitors, who are led to sign in and back', async ({ page }) => {
    for (const { path, title } of [GUIDE, NOTE]) {
      expect((await page.goto(path))?.status()).toBe(404);
      await expect(page.getByText(title)).toHaveCount(0);
    }
    await page.getByRole('main').getByRole('link', { name: 'Se connecter' }).click();
    await expect(page).toHaveURL(`/fr/sign-in?${new URLSearchParams({ next: NOTE.path })}`);
    await signIn(page, CAST.noor, { next: NOTE.path });
    await expect(page.getByRole('heading', { level: 1, name: NOTE.title })).toBeVisible();
    await expect(page.getByText('Réservé aux clients')).toBeVisible();
  });

  test('who has signed in finds them in lists, beside others and at their address, and leaves nothing behind', async ({
    page,
    browser,
  }) => {
    await signIn(page, CAST.camille, { next: GUIDE.path });
    await expect(page.getByRole('heading', { level: 1, name: GUIDE.title })).toBeVisible();
    const listed = async (path: string, name: string | RegExp) => {
      const answer = await page.goto(path);
      expect(answer?.headers()['cache-control'], path).toContain('no-store');
      await expect(page.getByRole('main').getByRole('link', { name }), path).not.toHaveCount(0);
    };
    await listed('/fr/resources', GUIDE.title);
    await listed('/fr/resources/by/guide', GUIDE.title);
    await listed('/fr/resources/preparer-la-cloture', GUIDE.title);
    await listed('/fr/news', NOTE.title);
    await listed('/fr/news/by/new/2026-10', NOTE.title);
    await listed('/fr/news/2026-43-erreurs-d-import-expliquees', NOTE.title);
    await listed('/fr/help/comptabilite/editer-les-recus-fiscaux', 'Suivre les versements');
    await page.goto('/fr/events');
    const meeting = page.getByRole('article', { name: 'Atelier : relire votre clôture ensemble' });
    await expect(meeting).toContainText('Réservé aux clients');
    const calendar = await page.request.get(
      (await meeting.getByRole('link', { name: /agenda/ }).getAttribute('href')) ?? '',
    );
    expect(await calendar.text()).toContain('BEGIN:VEVENT');
    // What holds nothing restricted is the page that is kept for everybody.
    const plain = await page.goto('/fr/help/adherents/importer-vos-adherents');
    expect(plain?.headers()['cache-control']).not.toContain('no-store');
    const visitor = await browser.newContext();
    for (const path of [GUIDE.path, NOTE.path, '/fr/events/atelier-relire-votre-cloture/event.ics'])
      expect((await visitor.request.get(path)).status(), path).toBe(404);
    for (const path of [
      '/fr/resources',
      '/fr/news',
      '/fr/resources/preparer-la-cloture',
      '/fr/events',
      '/fr/events.ics',
    ])
      expect(await (await visitor.request.get(path)).text(), path).not.toMatch(
        /Accès anticipé|ancien logiciel|relire votre clôture/,
      );
    await visitor.close();
  });

  test('nobody else gets them: visitors, nor staff who belong to no organisation', async ({ page, request }) => {
    for (const path of ['/fr', '/fr/help', '/fr/signed-in'])
      expect(await (await request.get(path)).text(), path).not.toMatch(/avec votre version|Vos dernières demandes/);
    await signIn(page, CAST.theo, { next: '/fr' });
    await expect(page.getByRole('region', { name: /avec votre version/ })).toHaveCount(0);
  });
});

for (const [locale, requests, popular] of [
  ['fr', 'Vos dernières demandes', 'Les plus lus avec votre version (2026.47)'],
  ['en', 'Your latest requests', 'Most read with your version (2026.47)'],
] as const) {
  test(`the home page of who has signed in tells of their requests and of their version (${locale})`, async ({
    page,
  }) => {
    await signIn(page, CAST.camille, { locale, next: `/${locale}` });
    // Three of them, and the way to all.
    await expect(page.getByRole('region', { name: requests }).getByRole('link')).toHaveCount(4);
    const list = page.getByRole('region', { name: popular });
    await expect(list.getByRole('link').first()).toBeVisible();
    await expectAccessible(page, 'home, signed in');
    await page.goto(`/${locale}/help`);
    await expect(list).toBeVisible();
    await expectAccessible(page, 'help, signed in');
  });
}
