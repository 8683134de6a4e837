import { expect, test } from '@playwright/test';
import { addFacts, makeMessage, makeTicket } from '@/db/tickets/factory';
import { appendTicketEvent } from '@/db/tickets/queries';
import { age, DAY, doNow, inDatabase, leaveDatabase, makePerson } from '../database';
import { expectAccessible, expectAwake, expectMails, signIn } from '../fixtures';

/** A little more than the days it names: what is due then is due now. */
const HOUR = 3_600_000;

const SAID = {
  fr: {
    asked: 'De quelle campagne parlez-vous\u202f?',
    waiting: 'En attente de votre réponse',
    closesPage: /^Sans réponse, la demande sera clôturée le/,
    reminded: 'Relance envoyée',
    history: 'Historique',
    answer: 'Votre réponse',
    closed: 'Clôturée',
    follow: 'Ouvrir une demande liée',
    mails: {
      first: 'Nous attendons votre réponse',
      last: 'Dernière relance avant clôture',
      closes: 'Sans réponse de votre part, nous clôturerons cette demande le',
      closed: 'Nous n’avons pas reçu la précision qu’il nous fallait.',
      solved: 'Votre demande a été traitée.',
    },
  },
  en: {
    asked: 'Which campaign do you mean?',
    waiting: 'Waiting for your answer',
    closesPage: /^Without an answer, the request will be closed on/,
    reminded: 'Reminder sent',
    history: 'History',
    answer: 'Your answer',
    closed: 'Closed',
    follow: 'Open a linked request',
    mails: {
      first: 'We are waiting for your answer',
      last: 'Last reminder before we close',
      closes: 'Without an answer from you, we will close this request on',
      closed: 'We did not receive the detail we needed.',
      solved: 'Your request has been dealt with.',
    },
  },
} as const;

type Standing = { requesterId: string; agentId: string; subject: string; body: string; days: number };

/** A request that was answered, and left in a status since, some days ago. */
const left = ({ requesterId, agentId, subject, body, days }: Standing, to: 'waiting_customer' | 'resolved') =>
  inDatabase(async (tx) => {
    const at = Date.now() - days * DAY - HOUR;
    const ticket = await makeTicket(tx, { requesterId, typeKey: 'question', subject, createdAt: new Date(at - DAY) });
    const messageId = await makeMessage(tx, ticket, { authorId: agentId, at: new Date(at), body });
    await addFacts(tx, ticket, [
      { at, actorId: agentId, kind: 'assigned', data: { assigneeId: agentId } },
      { at, actorId: agentId, kind: 'replied', data: { messageId, side: 'agent' } },
      { at, actorId: agentId, kind: 'moved', data: { from: 'submitted', to, by: 'agent' } },
    ]);
    return ticket.number;
  });

test.afterAll(leaveDatabase);

for (const locale of ['fr', 'en'] as const) {
  const said = SAID[locale];
  const { mails } = said;

  test(`a question that nobody answers is asked again twice and then closed, with a word each time (${locale})`, async ({
    page,
  }) => {
    const mailbox = await page.context().newPage();
    const [person, agent] = [
      await makePerson('Alma Perrin', { locale }),
      await makePerson('Basile Noël', { role: 'agent' }),
    ];
    const subject = `Tarif des familles ${crypto.randomUUID().slice(0, 6)}`;
    const asked = { requesterId: person.id, agentId: agent.id, subject, body: said.asked };
    const number = await left({ ...asked, days: 10 }, 'waiting_customer');
    const here = `/${locale}/requests/${number}`;
    // Two workers look at once, and each of them again.
    await doNow('silence', 'silence');
    await expectMails(mailbox, person.email, [mails.first]);
    await expect(mailbox.getByRole('region', { name: /Texte brut|Plain text/ })).toContainText(said.asked);
    await expect(mailbox.getByRole('region', { name: /Texte brut|Plain text/ })).toContainText(mails.closes);

    await signIn(page, person.email, { locale, next: here });
    const aside = page.getByRole('complementary');
    await expect(aside.getByText(said.waiting).first()).toBeVisible();
    await expect(aside.getByText(said.closesPage)).toBeVisible();
    await expect(aside.getByText(said.reminded)).toHaveCount(1);
    await expect(page.getByLabel(said.answer, { exact: true })).toBeVisible();
    await expectAccessible(page, here);

    await age(5 * DAY, number);
    await doNow('silence');
    await expectMails(mailbox, person.email, [mails.first, mails.last]);
    // It looks again and finds nothing to do.
    await doNow('silence', 'silence');
    await age(5 * DAY, number);
    await doNow('silence', 'silence');
    await expectMails(mailbox, person.email, [mails.first, mails.last, mails.closed]);

    await page.goto(here);
    await expect(aside.getByText(said.closed, { exact: true }).first()).toBeVisible();
    await expect(aside.getByText(said.reminded)).toHaveCount(2);
    await expect(page.getByRole('link', { name: said.follow })).toHaveAttribute(
      'href',
      new RegExp(`follows=${number}`),
    );
    await expect(page.getByLabel(said.answer, { exact: true })).toHaveCount(0);
    await expectAccessible(page, `${here}, closed`);
  });

  test(`what was resolved is closed a fortnight later, which its page says before (${locale})`, async ({ page }) => {
    const [person, agent] = [
      await makePerson('Cléo Vidal', { locale }),
      await makePerson('Denis Roy', { role: 'agent' }),
    ];
    const subject = `Reçus fiscaux ${crypto.randomUUID().slice(0, 6)}`;
    const solved = { requesterId: person.id, agentId: agent.id, subject, body: said.asked };
    const number = await left({ ...solved, days: 13 }, 'resolved');
    const here = `/${locale}/requests/${number}`;
    await doNow('silence');
    await signIn(page, person.email, { locale, next: here });
    const aside = page.getByRole('complementary');
    await expect(aside.getByText(said.closesPage)).toBeVisible();
    await age(DAY, number);
    await doNow('silence', 'silence');
    await expectMails(page, person.email, [mails.solved]);
    await page.goto(here);
    await expect(aside.getByText(said.closed, { exact: true }).first()).toBeVisible();
    await expect(page.getByRole('link', { name: said.follow })).toBeVisible();
  });
}

test('after a week without a worker nobody is told twice, and nothing is closed unannounced', async ({ page }) => {
  const [person, agent] = [await makePerson('Elsa Colin'), await makePerson('Farid Blanc', { role: 'agent' })];
  const { mails } = SAID.fr;
  const asked = { requesterId: person.id, agentId: agent.id, subject: 'Affichage des dons', body: SAID.fr.asked };
  const number = await left({ ...asked, days: 9 }, 'waiting_customer');
  await doNow('silence');
  await age(7 * DAY, number);
  await doNow('silence', 'silence');
  // The first reminder was missed: the second alone goes, and gives the time that it always gives.
  await expectMails(page, person.email, [mails.last]);
  await age(4 * DAY, number);
  await doNow('silence');
  await age(DAY, number);
  await doNow('silence', 'silence');
  await expectMails(page, person.email, [mails.last, mails.closed]);
});

test('a sleeping request is back on the desk at its hour, with a word to whoever handles it', async ({ page }) => {
  const [person, agent] = [await makePerson('Gaël Henry'), await makePerson('Hélène Dufour', { role: 'agent' })];
  const subject = `Export des dons ${crypto.randomUUID().slice(0, 6)}`;
  const number = await inDatabase(async (tx) => {
    const ticket = await makeTicket(tx, { requesterId: person.id, typeKey: 'question', subject });
    const at = Date.now();
    await appendTicketEvent(tx, ticket.id, { at, actorId: agent.id, kind: 'assigned', data: { assigneeId: agent.id } });
    await addFacts(tx, ticket, [{ at, actorId: agent.id, kind: 'snoozed', data: { until: at + DAY } }]);
    return ticket.number;
  });
  const list = '/fr/desk?assignee=me';
  await signIn(page, agent.email, { next: '/fr/desk' });
  await page.goto(list);
  await expectAwake(page);
  const row = page.getByRole('main').getByRole('row').filter({ hasText: subject });
  await expect(row).toHaveCount(0);
  await age(DAY, number);
  await doNow('deadlines', 'deadlines');
  // The open list hears of it and offers to show it.
  const show = page.getByRole('main').getByRole('status').getByRole('button', { name: 'Afficher' });
  await expect(show.or(row).first()).toBeVisible();
  if (await show.isVisible()) await show.click();
  await expect(row).toBeVisible();
  await expectMails(page, agent.email, [`${number} est de retour`]);
  await page.goto(`/fr/desk/${number}`);
  await expect(page.getByRole('complementary').getByText('Sortie de veille')).toHaveCount(1);
});
