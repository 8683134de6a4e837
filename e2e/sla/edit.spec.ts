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

test('an administrator promises other times for one type of request, and what a type goes by is not deleted', async ({
  page,
}) => {
  const mark = crypto.randomUUID().slice(0, 6);
  const [policy, type] = [`Engagements Premium ${mark}`, `Audit de vos données ${mark}`];
  const deadlines = '/fr/admin/deadlines';
  await signIn(page, CAST.admin, { next: deadlines });
  const adding = page.locator('form').filter({ has: page.getByRole('button', { name: 'Créer l’engagement' }) });
  await page.getByText('Ajouter un engagement', { exact: true }).click();
  const amount = adding
    .getByRole('group', { name: 'Faible' })
    .getByRole('textbox', { name: /^Nombre/ })
    .nth(1);
  await amount.fill('bientôt');
  await adding.getByRole('button', { name: 'Créer l’engagement' }).click();
  // What is wrong is told beside it, and what was written stays.
  await expect(adding.getByLabel('Nom en français')).toHaveAccessibleDescription(/Remplissez ce champ/);
  await expect(amount).toHaveAccessibleDescription(/nombre/i);
  await expect(amount).toHaveValue('bientôt');
  await amount.fill('3');
  await adding.getByLabel('Nom en français').fill(policy);
  await adding.getByRole('button', { name: 'Créer l’engagement' }).click();
  await expect(page.getByRole('main').getByRole('status')).toContainText('C’est enregistré.');
  await expect(page.getByRole('heading', { name: policy, level: 3 })).toBeVisible();

  await page.goto('/fr/admin/types/new?portal=conseil');
  for (const [label, text] of [
    ['Nom', type],
    ['Quand le choisir', 'Je veux faire vérifier nos données.'],
    ['Conseils de rédaction', 'Dites lesquelles.'],
  ] as const) {
    await page.getByLabel(`${label}, en français`, { exact: true }).fill(text);
  }
  await page.getByLabel('Engagement', { exact: true }).selectOption({ label: policy });
  await page.getByRole('button', { name: 'Créer le type' }).click();
  await expect(page.getByLabel('Engagement', { exact: true })).toHaveValue(/engagements-premium/);
  const ofType = page.url();

  const removing = async () => {
    await page.goto(deadlines);
    await page.getByText(`Modifier «\u202f${policy}\u202f»`).click();
    return page
      .getByRole('group')
      .filter({ hasText: `Modifier «\u202f${policy}\u202f»` })
      .last();
  };
  await expect(await removing()).toContainText('Des types de demande suivent cet engagement');
  await page.goto(ofType);
  await page.getByText('Supprimer…', { exact: true }).last().click();
  await page.getByRole('button', { name: 'Supprimer définitivement' }).last().click();
  await expect(page.getByRole('main').getByRole('status')).toContainText('supprimé');
  const row = await removing();
  await row.getByText('Supprimer…', { exact: true }).click();
  await row.getByRole('button', { name: 'Supprimer définitivement' }).click();
  await expect(page.getByRole('heading', { name: policy, level: 3 })).toHaveCount(0);
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
