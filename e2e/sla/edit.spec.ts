import { expect, test } from '@playwright/test';
import { CAST, expectAccessible, signIn } from '../fixtures';

// Without scripts: every form of this page is plain HTML.
test.use({ javaScriptEnabled: false });

test('an administrator sees what is promised now, and is told what makes no sense beside its field', async ({
  page,
}) => {
  await signIn(page, CAST.admin, { next: '/fr/admin/deadlines' });
  await expect(page.getByRole('region', { name: 'Une demande ouverte maintenant' }).first()).toContainText('Critique');
  await page.getByLabel(/Clôture après/).fill('11');
  await page.getByRole('button', { name: 'Enregistrer les délais' }).click();
  await expect(page.getByLabel(/Clôture après/)).toHaveAccessibleDescription(/La clôture vient après/);
  await expect(page.getByLabel(/Clôture après/)).toHaveValue('11');
  await page.getByLabel(/Clôture après/).fill('20');
  await page.getByRole('button', { name: 'Enregistrer les délais' }).click();
  await expect(page.getByRole('main').getByRole('status')).toContainText('C’est enregistré.');
});

test.describe('with scripts', () => {
  test.use({ javaScriptEnabled: true });
  for (const locale of ['fr', 'en'] as const) {
    test(`the page of deadlines breaks no rule of accessibility (${locale})`, async ({ page }) => {
      await signIn(page, CAST.admin, { locale, next: `/${locale}/admin/deadlines` });
      for (const part of await page.getByRole('main').locator('summary').all()) await part.click();
      await expectAccessible(page, `${locale}/admin/deadlines`);
      // On a phone its table scrolls in itself, and the page does not.
      await page.setViewportSize({ width: 390, height: 844 });
      const tooWide = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;
      expect(await page.evaluate(tooWide)).toBe(0);
    });
  }
});
