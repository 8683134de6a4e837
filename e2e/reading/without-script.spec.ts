import { expect, test } from '@playwright/test';

test.use({ javaScriptEnabled: false });

const PAGES = [
  '',
  '/help',
  '/faq',
  '/news',
  '/events',
  '/roadmap',
  '/status',
  '/sitemap',
  '/search?q=import',
  '/sign-in',
  '/sign-up',
  '/requests/new',
  '/accessibility',
  '/licences',
  '/nowhere',
];

for (const locale of ['fr', 'en'] as const) {
  test.describe(`every reading page with scripts blocked (${locale})`, () => {
    for (const path of PAGES) {
      test(`${path || '/'} is complete`, async ({ page, request }) => {
        const answer = await page.goto(`/${locale}${path}`);
        expect(answer?.status()).toBe(path === '/nowhere' ? 404 : 200);
        const main = page.getByRole('main');
        await expect(main.getByRole('heading', { level: 1 })).toBeVisible();
        await expect(page.getByRole('navigation').first()).toBeVisible();
        await expect(page.locator('html')).toHaveAttribute('lang', locale);
        // The whole page is in the answer: nothing waits for a script to be written.
        const html = await (await request.get(`/${locale}${path}`)).text();
        expect(html).not.toMatch(/\$RC|self\.__next_f\.push\(\[1,"<!/);
      });
    }

    test('the other language is one link away, on the same page', async ({ page }) => {
      const other = locale === 'fr' ? 'en' : 'fr';
      for (const path of ['/faq', '/status', '/roadmap/members-import']) {
        await page.goto(`/${locale}${path}`);
        await page
          .getByRole('banner')
          .getByRole('link', { name: other === 'en' ? 'English' : 'Français' })
          .click();
        await expect(page).toHaveURL(`/${other}${path}`);
      }
    });
  });
}
