import { expect, type Page, test } from '@playwright/test';
import { CAST, expectAccessible, signIn } from '../fixtures';
import { fillRequest, openedNumber } from './request-form';
import { WORDS } from './words';

const words = WORDS.fr;
const conversation = (page: Page) => page.getByRole('list', { name: words.conversation });

test('the desk and the customer see each other’s answers come, and agents who else is there', async ({ browser }) => {
  const [customer, theo, admin] = await Promise.all([0, 1, 2].map(async () => (await browser.newContext()).newPage()));
  if (!customer || !theo || !admin) throw new Error('a page is missing');
  const subject = `Suivi en direct ${crypto.randomUUID().slice(0, 8)}`;
  await signIn(theo, CAST.theo, { next: '/fr/desk' });
  // Something stands in the list already, chosen, and must stay so.
  const box = theo
    .getByRole('main')
    .getByRole('checkbox', { name: /Choisir la demande/ })
    .first();
  await box.check();

  await signIn(customer, CAST.sylvie, { next: '/fr/requests' });
  const list = await customer.context().newPage();
  await list.goto('/fr/requests');
  await customer.goto('/fr/requests/new');
  await fillRequest(customer, words, { subject, description: 'Les adhérents ne reçoivent plus rien.' });
  await customer.getByRole('button', { name: words.send }).click();
  const number = await openedNumber(customer);
  // The customer's own list says so as well, and moves no row before it is asked to.
  const own = list.getByRole('main').getByRole('row').filter({ hasText: subject });
  const showOwn = list.getByRole('main').getByRole('status').getByRole('button', { name: 'Afficher' });
  // Where something else of hers happens at the same moment, the list may have been drawn anew for that.
  await expect(showOwn.or(own).first()).toBeVisible();
  await expectAccessible(list, 'the list of a customer has changed');
  await expect(async () => {
    if (await showOwn.isVisible()) await showOwn.click({ timeout: 5_000 });
    await expect(own).toBeVisible({ timeout: 5_000 });
  }).toPass();
  await list.close();
  const fresh = theo
    .getByRole('main')
    .getByRole('status')
    .filter({ hasText: /demandes? de plus dans cette liste|La liste a changé/ });
  const show = fresh.getByRole('button', { name: 'Afficher' });
  await expect(show).toBeVisible();
  await expect(box).toBeChecked();
  await show.click();
  await theo.getByRole('link', { name: subject }).click();

  await signIn(admin, CAST.admin, { next: `/fr/desk/${number}` });
  await expect(theo.getByText(/lit cette demande/)).toBeVisible();
  await expect(admin.getByText('Théo Lambert lit cette demande')).toBeVisible();
  const answer = admin.getByLabel('Réponse à Sylvie Marchand');
  await answer.fill('Je regarde cela.');
  await expect(theo.getByText(/est en train de répondre/)).toBeVisible();
  await expectAccessible(theo, 'somebody else writes');

  // While one writes, the other answers: it comes in, and is told beside what is typed.
  await theo.getByLabel('Réponse à Sylvie Marchand').fill('C’est réparé, merci de votre patience.');
  await theo.keyboard.press('Control+Enter');
  await expect(conversation(admin)).toContainText('C’est réparé, merci de votre patience.');
  await expect(answer).toHaveValue('Je regarde cela.');
  await expect(answer).toBeFocused();
  await expect(admin.getByText('Théo Lambert a répondu pendant que vous écriviez.')).toBeVisible();
  await expectAccessible(admin, 'somebody else was quicker');

  // The customer, who writes as well, sees the answer once it has left, and nobody who looks on.
  const field = customer.getByLabel(words.reply);
  await field.fill('Une précision :');
  await expect(conversation(customer)).toContainText('C’est réparé, merci de votre patience.');
  await expect(field).toHaveValue('Une précision :');
  await expect(customer.getByRole('main')).not.toContainText(/lit cette demande|en train de répondre/);
  await Promise.all([customer, theo, admin].map((page) => page.context().close()));
});

test('what is chosen and not sent yet stays while somebody else changes the request; what is not follows', async ({
  browser,
}) => {
  const [customer, theo, admin] = await Promise.all([0, 1, 2].map(async () => (await browser.newContext()).newPage()));
  if (!customer || !theo || !admin) throw new Error('a page is missing');
  await signIn(customer, CAST.sylvie);
  const subject = `Choix en cours ${crypto.randomUUID().slice(0, 8)}`;
  const request = { typeKey: 'question', subject, description: 'Peut-on reprendre nos anciennes fiches ?' };
  const opened = await customer.request.post('/api/trpc/tickets.open', { data: { json: request } });
  const { number } = (await opened.json()).result.data.json;
  await signIn(theo, CAST.theo, { next: `/fr/desk/${number}` });
  await signIn(admin, CAST.admin, { next: `/fr/desk/${number}` });
  const desk = (page: Page) => page.getByRole('complementary', { name: 'Demande' });
  const unfold = async (page: Page) => desk(page).getByText('Confier à un pôle ou à quelqu’un').click();
  const [team, person] = [
    desk(theo).getByLabel('Pôle', { exact: true }),
    desk(theo).getByLabel('Personne', { exact: true }),
  ];
  const [level, status] = [
    desk(theo).getByLabel('Criticité', { exact: true }),
    desk(theo).getByLabel('Changer le statut'),
  ];
  await expect(theo.getByText(/lit cette demande/)).toBeVisible();
  await unfold(theo);
  await person.selectOption('Théo Lambert');
  await level.selectOption('high');
  await status.selectOption('in_development');
  await desk(theo).getByLabel('Verdict de l’analyse').selectOption('bug');

  await unfold(admin);
  await desk(admin).getByLabel('Pôle', { exact: true }).selectOption('Comptabilité et paiements');
  await desk(admin).getByLabel('Personne', { exact: true }).selectOption('Yanis Morel');
  await desk(admin).getByRole('button', { name: 'Confier', exact: true }).click();
  await expect(team).toHaveValue(/[0-9a-f-]{36}/);
  await expect(team.locator('option:checked')).toHaveText('Comptabilité et paiements');
  await desk(admin).getByLabel('Criticité', { exact: true }).selectOption('low');
  await desk(admin).getByRole('button', { name: 'Enregistrer', exact: true }).click();
  await expect(
    theo
      .getByRole('listitem')
      .filter({ hasText: /Criticité.*[Ff]aible/ })
      .first(),
  ).toBeVisible();
  await desk(admin).getByLabel('Changer le statut').selectOption('in_review');
  await desk(admin).getByRole('button', { name: 'Changer', exact: true }).click();
  await expect(desk(theo).getByText('En cours de révision').first()).toBeVisible();
  await expect(person.locator('option:checked')).toHaveText('Théo Lambert');
  await expect(level).toHaveValue('high');
  await expect(status).toHaveValue('in_development');
  await expect(desk(theo).getByLabel('Verdict de l’analyse')).toHaveValue('bug');
  await Promise.all([customer, theo, admin].map((page) => page.context().close()));
});
