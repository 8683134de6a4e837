import { test } from '@playwright/test';
import { CAST, expectAccessible, signIn } from '../fixtures';

const PUBLIC = [
  'sign-in',
  'sign-in?sent=link',
  'sign-up',
  'sign-up?sent=link',
  'forgotten-password',
  'link?token=used',
];

for (const [locale, colorScheme] of [
  ['fr', 'light'],
  ['en', 'dark'],
] as const) {
  test.describe(`pages of accounts, ${locale}, ${colorScheme}`, () => {
    test.use({ colorScheme });

    test('of visitors', async ({ page }) => {
      test.slow();
      for (const path of PUBLIC) {
        await page.goto(`/${locale}/${path}`);
        await expectAccessible(page);
      }
    });

    test('a refused form', async ({ page }) => {
      await page.goto(`/${locale}/sign-up`);
      await page.locator('main input[name=name]').fill('x');
      await page.locator('main input[name=email]').fill('x@y');
      await page.locator('main button[type=submit]').click();
      await page.getByRole('main').getByRole('alert').waitFor();
      await expectAccessible(page);
    });

    test('account and accounts', async ({ page }) => {
      await signIn(page, CAST.admin, { locale });
      await expectAccessible(page);
      await page.goto(`/${locale}/admin/people`);
      await expectAccessible(page);
    });
  });
}
