import { expect, test } from '@playwright/test';
import { CAST, expectAccessible, signIn } from '../fixtures';

test('an admin merges two tags, mistakes told beside their fields; for agents the page does not exist', async ({
  page,
  browser,
}) => {
  const mark = crypto.randomUUID().slice(0, 8);
  const [twin, kept] = [`doublon ${mark}`, `gardée ${mark}`];
  await signIn(page, CAST.admin, { next: '/fr/desk/1013' });
  await page.getByLabel('Ajouter une étiquette').fill(`${twin}, ${kept}`);
  await page.getByRole('button', { name: 'Ajouter', exact: true }).click();
  await expect(page.getByRole('button', { name: `Retirer l’étiquette ${kept}` })).toBeVisible();

  await page.goto('/fr/admin/tags');
  await page.getByRole('link', { name: `Renommer ou fusionner ${twin}` }).click();
  const row = page
    .getByRole('listitem')
    .filter({ hasText: twin })
    .filter({ has: page.getByLabel('Nouveau nom') });
  await expect(row).toContainText('Cette étiquette sert : on ne peut pas la supprimer.');
  await row.getByLabel('Nouveau nom').fill(kept);
  await row.getByRole('button', { name: 'Renommer' }).click();
  await expect(row.getByLabel('Nouveau nom')).toHaveAccessibleDescription(/Une autre étiquette porte déjà ce nom/);
  await row.getByLabel('Fusionner dans').fill(kept.slice(0, -1));
  await row.getByRole('button', { name: 'Fusionner' }).click();
  // A name that is none is told before anything is to be confirmed.
  await expect(row.getByLabel('Fusionner dans')).toHaveAccessibleDescription(/Aucune autre étiquette ne porte ce nom/);
  await expect(row.getByLabel('Fusionner dans')).toHaveValue(kept.slice(0, -1));
  await row.getByLabel('Fusionner dans').fill(kept);
  await row.getByRole('button', { name: 'Fusionner' }).click();
  await expect(row.getByRole('checkbox')).toHaveAccessibleDescription('Cochez cette case pour fusionner.');
  await expectAccessible(page);
  await expect(row.getByLabel('Fusionner dans')).toHaveValue(kept);
  await row.getByRole('checkbox').check();
  await row.getByRole('button', { name: 'Fusionner' }).click();
  await expect(page.getByRole('main').getByRole('status')).toHaveText(`« ${twin} » a rejoint « ${kept} ».`);
  await expect(page.getByRole('link', { name: `Renommer ou fusionner ${kept}` })).toBeVisible();
  await expect(page.getByRole('link', { name: `Renommer ou fusionner ${twin}` })).toHaveCount(0);

  const agent = await browser.newContext();
  const desk = await agent.newPage();
  await signIn(desk, CAST.theo);
  expect((await desk.goto('/fr/admin/tags'))?.status()).toBe(404);
  await agent.close();
});
