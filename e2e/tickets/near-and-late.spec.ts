import { expect, test } from '@playwright/test';
import { addFacts, makeMessage, makeTicket } from '@/db/tickets/factory';
import { age, DAY, doNow, inDatabase, leaveDatabase, makePerson } from '../database';
import { expectAccessible, expectMails, signIn } from '../fixtures';

const SAID = {
  fr: {
    deadlines: 'Échéances',
    bar: /^Résolution.: \d+/,
    near: /^Échéance proche.: Résolution$/,
    late: /^Échéance dépassée.: Résolution$/,
    nearMail: 'échéance proche',
    lateMail: 'échéance dépassée',
    promised: /au plus tard le/,
    behind: /nous avons pris du retard/,
    missed: /échéance dépassée/,
    story: 'Pourquoi cette échéance',
    left: /^Il reste \d+.h, jusqu’au/,
    by: /^Échéance dépassée le .*, de \d+.h/,
  },
  en: {
    deadlines: 'Deadlines',
    bar: /^Resolution: \d+/,
    near: 'Deadline near: Resolution',
    late: 'Deadline missed: Resolution',
    nearMail: 'deadline near',
    lateMail: 'deadline missed',
    promised: /^by /,
    behind: /we are late/,
    missed: /^missed/,
    story: 'Why this deadline',
    left: /^\d+.h left, until/,
    by: /^Missed on .*, by \d+.h/,
  },
} as const;

test.afterAll(leaveDatabase);

for (const locale of ['fr', 'en'] as const) {
  const said = SAID[locale];
  test(`a deadline that comes near, and passes, is told once each, and both sides see how it stands (${locale})`, async ({
    page,
    browser,
  }) => {
    const person = await makePerson('Iris Lopez', { locale });
    const agent = await makePerson('Jules Masson', { locale, role: 'agent' });
    const subject = `Versement manquant ${crypto.randomUUID().slice(0, 6)}`;
    // Of the second level, which is promised to be resolved within a week.
    const number = await inDatabase(async (tx) => {
      const ticket = await makeTicket(tx, { requesterId: person.id, typeKey: 'question', subject });
      const at = Date.now();
      const messageId = await makeMessage(tx, ticket, { authorId: agent.id, at: new Date(at), body: 'Je regarde.' });
      await addFacts(tx, ticket, [
        { at, actorId: person.id, kind: 'graded', data: { level: 'high' } },
        { at, actorId: agent.id, kind: 'assigned', data: { assigneeId: agent.id } },
        { at, actorId: agent.id, kind: 'replied', data: { messageId, side: 'agent' } },
      ]);
      return ticket.number;
    });
    const [here, there] = [`/${locale}/requests/${number}`, `/${locale}/desk/${number}`];
    const desk = await (await browser.newContext()).newPage();
    const mailbox = await desk.context().newPage();
    await signIn(desk, agent.email, { locale, next: there });
    await signIn(page, person.email, { locale, next: here });
    const [theirs, ours] = [page, desk].map((one) => one.getByRole('region', { name: said.deadlines }));
    if (!theirs || !ours) throw new Error('a page is missing');

    await age(5.5 * DAY, number);
    await doNow('deadlines', 'deadlines');
    await expectMails(mailbox, agent.email, [said.nearMail]);
    await desk.goto(there);
    await expect(desk.getByRole('complementary').getByText(said.near)).toHaveCount(1);
    await expect(ours.getByRole('img', { name: said.bar })).toBeVisible();
    await ours.getByText(said.story).last().click();
    await expect(ours.getByText(said.left)).toBeVisible();
    await expectAccessible(desk, `${there}, near`);
    await page.goto(here);
    await expect(theirs.getByText(said.promised)).toBeVisible();
    await expect(theirs.getByRole('img', { name: said.bar })).toBeVisible();
    // The warning is a matter of the desk.
    await expect(page.getByRole('complementary').getByText(said.near)).toHaveCount(0);

    await age(2 * DAY, number);
    await doNow('deadlines', 'deadlines');
    await doNow('deadlines');
    await expectMails(mailbox, agent.email, [said.nearMail, said.lateMail]);
    await desk.goto(there);
    await expect(desk.getByRole('complementary').getByText(said.late)).toHaveCount(1);
    await expect(ours.getByText(said.missed).first()).toBeVisible();
    await ours.getByText(said.story).last().click();
    await expect(ours.getByText(said.by)).toBeVisible();
    await expectAccessible(desk, `${there}, late`);
    await desk.goto(`/${locale}/desk?due=breached`);
    await expect(desk.getByRole('row').filter({ hasText: subject })).toBeVisible();
    await page.goto(here);
    await expect(theirs.getByText(said.behind)).toBeVisible();
    await expectAccessible(page, `${here}, late`);
  });
}
