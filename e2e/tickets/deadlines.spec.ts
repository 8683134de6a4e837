import { expect, test } from '@playwright/test';
import { CAST, expectAccessible, followMail, signIn } from '../fixtures';
import { fillRequest, openedNumber } from './request-form';
import { WORDS } from './words';

const SAID = {
  fr: {
    blocked: 'Oui, une tâche vitale',
    none: 'Non',
    all: 'Tout le monde',
    wayRound: 'Peut-on faire autrement ?',
    result: /Criticité.:.Critique/,
    urgent: /^Demande urgente/,
    facts: [/^Depuis quand/, /^Qu’est-ce qui est arrêté/, /^À quel numéro/],
    deadlines: 'Échéances',
    starts: 'le délai court dès que nous avons reproduit le problème',
    reproduced: 'J’ai reproduit le problème',
    story: 'Pourquoi cette échéance',
    level: 'Criticité',
    high: 'Élevée',
    save: 'Enregistrer',
    reason: /^Raison/,
    why: 'Dites pourquoi la criticité baisse',
    partner: 'En attente d’un partenaire',
    which: /^Quel partenaire/,
    empty: 'Remplissez ce champ.',
    waits: 'Nous attendons la réponse de notre partenaire Banque du Midi.',
    paused: 'suspendue',
  },
  en: {
    blocked: 'Yes, a vital task',
    none: 'No',
    all: 'Everybody',
    wayRound: 'Is there a way round?',
    result: 'Criticality: Critical',
    urgent: /^Urgent request/,
    facts: [/^Since when/, /^What has stopped/, /^At which number/],
    deadlines: 'Deadlines',
    starts: 'the clock starts once we have reproduced the problem',
    reproduced: 'I have reproduced the problem',
    story: 'Why this deadline',
    level: 'Criticality',
    high: 'High',
    save: 'Save',
    reason: /^Reason/,
    why: 'Say why the criticality is lowered',
    partner: 'Waiting for a partner',
    which: 'Which partner?',
    empty: 'Fill in this field.',
    waits: 'We are waiting for our partner Banque du Midi.',
    paused: 'paused',
  },
} as const;

test.describe.configure({ timeout: 150_000 });

for (const locale of ['fr', 'en'] as const) {
  const words = WORDS[locale];
  const said = SAID[locale];
  test(`three answers make the criticality, which the desk lowers with a reason that is mailed (${locale})`, async ({
    page,
    browser,
  }) => {
    const reason = `Les virements passent encore ${crypto.randomUUID().slice(0, 8)}`;
    await signIn(page, CAST.camille, { locale, next: `/${locale}/requests/new` });
    await page.waitForLoadState('networkidle');
    await fillRequest(page, words, { subject: 'Plus aucun paiement', description: 'Rien ne passe depuis ce matin.' });
    await page.getByRole('radio', { name: said.blocked }).check();
    await page.getByRole('group', { name: said.wayRound }).getByRole('radio', { name: said.none, exact: true }).check();
    await page.getByRole('radio', { name: said.all }).check();
    await expect(page.getByRole('main').getByRole('status').filter({ hasText: said.result })).toBeVisible();
    const facts = page.getByRole('group', { name: said.urgent });
    for (const fact of said.facts) await facts.getByLabel(fact).fill('9 h, 01 02 03 04 05');
    await expectAccessible(page, `${locale}/requests/new`);
    await page.getByRole('button', { name: words.send }).click();
    const number = await openedNumber(page);
    await expect(page.getByRole('region', { name: said.deadlines })).toContainText(said.starts);
    await expectAccessible(page, `${locale}/requests/${number}`);

    const desk = await (await browser.newContext()).newPage();
    await signIn(desk, CAST.theo, { locale, next: `/${locale}/desk/${number}` });
    await desk.getByRole('button', { name: said.reproduced }).click();
    const resolution = desk.getByRole('region', { name: said.deadlines }).getByRole('listitem').last();
    await expect(resolution.getByRole('img')).toBeVisible();
    await expectAccessible(desk, `${locale}/desk/${number}`);

    await desk.getByLabel(said.level, { exact: true }).selectOption(said.high);
    await desk.getByRole('button', { name: said.save, exact: true }).click();
    await expect(desk.getByLabel(said.reason)).toHaveAccessibleDescription(new RegExp(said.why));
    await desk.getByLabel(said.reason).fill(reason);
    await desk.getByRole('button', { name: said.save, exact: true }).click();
    await expect(desk.getByRole('complementary')).toContainText(reason);

    await desk.getByLabel(words.move).selectOption(said.partner);
    await desk.getByRole('button', { name: words.change, exact: true }).click();
    await expect(desk.getByLabel(said.which)).toHaveAccessibleDescription(new RegExp(said.empty));
    await desk.getByLabel(said.which).fill('Banque du Midi');
    await desk.getByRole('button', { name: words.change, exact: true }).click();
    await expect(desk.getByRole('complementary')).toContainText(said.waits);
    await expect(desk.getByRole('region', { name: said.deadlines })).toContainText(said.paused);
    await desk.close();

    await page.reload();
    await expect(page.getByRole('complementary')).toContainText(said.waits);
    // The customer reads how it came about, too.
    const told = page.getByRole('region', { name: said.deadlines });
    await expect(told.getByRole('img')).toBeVisible();
    await told.getByText(said.story).last().click();
    await expect(told.getByRole('list').last()).toContainText(said.paused);
    await expectAccessible(page, `${locale}/requests/${number}, told`);
    await followMail(page, CAST.camille, reason);
    // Mails are in the language of their reader, whatever the page was in.
    await expect(page).toHaveURL(`/fr/requests/${number}`);
  });
}

test('whoever is not of the desk changes neither criticality nor marks', async ({ page }) => {
  await signIn(page, CAST.noor);
  for (const [verb, input] of [
    ['grade', { number: 1001, level: 'low' }],
    ['mark', { number: 1001, mark: 'reproducible', on: true }],
    ['snooze', { number: 1001, until: '2030-01-01T09:00' }],
  ] as const) {
    const answer = await page.request.post(`/api/trpc/tickets.${verb}`, { data: { json: input } });
    expect([verb, answer.status()]).toEqual([verb, 403]);
  }
  expect((await page.goto('/fr/admin/deadlines'))?.status()).toBe(404);
});
