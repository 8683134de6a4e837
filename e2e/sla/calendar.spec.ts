import { expect, test } from '@playwright/test';
import { CAST, signIn } from '../fixtures';

// Without scripts: every form of this page is plain HTML.
test.use({ javaScriptEnabled: false });

const ISLAND = 'Département et région d’outre-mer La Réunion';

test('an administrator keeps a calendar: hours, public holidays and days of its own, mistakes told beside their fields', async ({
  page,
}) => {
  const name = `Réunion ${crypto.randomUUID().slice(0, 6)}`;
  await signIn(page, CAST.admin, { next: '/fr/admin/deadlines' });
  const adding = page.locator('form').filter({ has: page.getByRole('button', { name: 'Créer le calendrier' }) });
  await page.getByText('Ajouter un calendrier', { exact: true }).click();
  await adding.getByLabel('Nom en français').fill(name);
  await adding.getByLabel('Fuseau horaire').selectOption('Indian/Reunion');
  await adding.getByLabel('Jours fériés de').selectOption('FR');
  await adding.getByLabel('Lundi').fill('de 8 h à midi');
  await adding.getByLabel('Mardi').fill('08:00-12:00, 13:00-16:30');
  await adding.getByLabel('Jours de fermeture').fill('2026-12-24 Pont de Noël\n2026-13-01');
  await adding.getByRole('button', { name: 'Créer le calendrier' }).click();

  await expect(adding.getByLabel('Lundi')).toHaveAccessibleDescription(/09:00/);
  await expect(adding.getByLabel('Lundi')).toHaveValue('de 8 h à midi');
  await expect(adding.getByLabel('Jours de fermeture')).toHaveAttribute('aria-invalid', 'true');
  await expect(adding.getByLabel('Jours de fermeture')).toHaveValue(/2026-13-01/);
  await adding.getByLabel('Lundi').fill('08:00-12:00');
  await adding.getByLabel('Jours de fermeture').fill('2026-12-24 Pont de Noël');
  await adding.getByRole('button', { name: 'Créer le calendrier' }).click();
  await expect(page.getByRole('main').getByRole('status')).toContainText('C’est enregistré.');

  // The regions of a country are offered once it is chosen; the island has a holiday of its own.
  await page.getByText(`Modifier le calendrier «\u202f${name}\u202f»`).click();
  const kept = page
    .locator('details')
    .filter({ hasText: `Modifier le calendrier «\u202f${name}\u202f»` })
    .last();
  await expect(kept.getByLabel('Mardi')).toHaveValue('08:00-12:00, 13:00-16:30');
  await expect(kept.getByLabel('Jours de fermeture')).toHaveValue('2026-12-24 Pont de Noël');
  await kept.getByLabel('Région').selectOption({ label: ISLAND });
  await kept.getByRole('button', { name: 'Enregistrer le calendrier' }).click();
  await expect(page.getByRole('main').getByRole('status')).toContainText('C’est enregistré.');
  await page.getByText(`Modifier le calendrier «\u202f${name}\u202f»`).click();
  await expect(kept.getByLabel('Région').locator('option:checked')).toHaveText(ISLAND);

  // What nobody goes by is deleted, once that is confirmed.
  await kept.getByText('Supprimer…', { exact: true }).click();
  await kept.getByRole('button', { name: 'Supprimer définitivement' }).click();
  await expect(page.getByText(`Modifier le calendrier «\u202f${name}\u202f»`)).toHaveCount(0);
});

test('for everybody else the calendars do not exist', async ({ page }) => {
  await signIn(page, CAST.theo);
  expect((await page.goto('/fr/admin/deadlines'))?.status()).toBe(404);
  for (const verb of ['editCalendar', 'removeCalendar']) {
    const answer = await page.request.post(`/api/trpc/sla.${verb}`, { data: { json: { key: 'house' } } });
    expect([verb, answer.status()]).toEqual([verb, 403]);
  }
});
