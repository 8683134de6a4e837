import { expect, test } from '@playwright/test';
import { CAST, expectAccessible, signIn } from '../fixtures';
import { fillRequest, openedNumber } from './request-form';
import { WORDS } from './words';

const DEFECT = 'Défaut du logiciel';

test('an agent notes what the analysis has shown, promises an update and goes on; the customer reads of the update alone', async ({
  page,
  browser,
}) => {
  await signIn(page, CAST.sylvie, { next: '/fr/requests/new' });
  await fillRequest(page, WORDS.fr, {
    subject: `Total faux ${crypto.randomUUID().slice(0, 8)}`,
    description: 'Le total de la liste ne compte pas la dernière ligne.',
  });
  await page.getByRole('button', { name: WORDS.fr.send }).click();
  const number = await openedNumber(page);

  const agent = await browser.newContext();
  const desk = await agent.newPage();
  await signIn(desk, CAST.theo, { next: `/fr/desk/${number}` });
  const side = desk.getByRole('complementary');
  // The company's own tools, as the setting names them, know who has written.
  const tool = side.getByRole('list', { name: 'Dans vos outils' }).getByRole('link', { name: 'Fiche client' });
  await expect(tool).toHaveAttribute(
    'href',
    `https://crm.ribambelle.example/customers?mail=${encodeURIComponent(CAST.sylvie)}`,
  );
  await side.getByLabel('Verdict de l’analyse').selectOption({ label: DEFECT });
  await side.getByRole('button', { name: 'Noter le verdict' }).click();
  await expect(side.getByLabel('Verdict de l’analyse').locator('option:checked')).toHaveText(DEFECT);
  await expect(desk.getByRole('main')).toContainText(DEFECT);

  await side.getByLabel('Changer le statut').selectOption('resolved_pending_release');
  await side.getByRole('button', { name: 'Changer', exact: true }).click();
  await expect(side.getByLabel('Avec quelle mise à jour ?')).toHaveAccessibleDescription(/Remplissez ce champ/);
  await side.getByLabel('Avec quelle mise à jour ?').fill('2026.48');
  await side.getByRole('button', { name: 'Changer', exact: true }).click();
  await expect(desk.getByRole('main')).toContainText('2026.48');
  await expectAccessible(desk, 'the desk after the analysis');
  // Whoever has just put their own mistake right needs not be told that something changed.
  await expect(desk.getByText('La demande a changé.')).toHaveCount(0);

  const next = desk.getByRole('link', { name: /^Suivante/ });
  const following = await next.getAttribute('href');
  expect(following).toMatch(/^\/fr\/desk\/\d+$/);
  expect(following).not.toBe(`/fr/desk/${number}`);
  await next.click();
  await expect(desk).toHaveURL(following ?? '');
  await agent.close();

  await page.goto(`/fr/requests/${number}`);
  await expect(page.getByRole('main')).toContainText('Elle sera en ligne avec la mise à jour 2026.48');
  await expect(page.getByRole('main')).not.toContainText(DEFECT);
  await page.goto(`/en/requests/${number}`);
  await expect(page.getByRole('main')).toContainText('2026.48');
  await expect(page.getByRole('main')).not.toContainText('mise à jour');
});

test('whoever is not of the desk judges nothing and promises no update', async ({ page }) => {
  await signIn(page, CAST.sylvie);
  for (const [verb, input] of [
    ['judge', { number: 1001, verdict: 'bug' }],
    ['move', { number: 1001, to: 'resolved_pending_release', plannedRelease: '2026.48' }],
    ['next', {}],
    ['around', { number: 1001 }],
  ] as const) {
    const answer =
      verb === 'next' || verb === 'around'
        ? await page.request.get(
            `/api/trpc/tickets.${verb}?input=${encodeURIComponent(JSON.stringify({ json: input }))}`,
          )
        : await page.request.post(`/api/trpc/tickets.${verb}`, { data: { json: input } });
    expect([verb, answer.status()]).toEqual([verb, 403]);
  }
});
