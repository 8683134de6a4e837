import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Tx } from '@/db/client';
import { actorOf, makeUser } from '@/db/people/factory';
import { rolledBack } from '@/db/testing/rolled-back';
import { mailsTo } from '@/db/testing/traces';
import { makeTicket } from '@/db/tickets/factory';
import { renderMail } from '../mail/render';
import { callBy } from '../testing/call';
import { note } from './note';
import { show } from './show';

// Names of their own: namesakes are mentioned together, and other tests have people, too.
const cast = async (tx: Tx) => {
  const camille = actorOf(await makeUser(tx, { name: 'Camille Roux' }));
  const theo = actorOf(await makeUser(tx, { name: 'Théodule Lambrequin', role: 'agent' }));
  const yanis = actorOf(await makeUser(tx, { name: 'Yanis Môrel', role: 'agent', locale: 'en' }));
  const gone = await makeUser(tx, { name: 'Gaëlle Partie', role: 'agent', deactivatedAt: new Date() });
  const { number } = await makeTicket(tx, { requesterId: camille.id });
  return { camille, theo, yanis, gone, number };
};

describe('mentions in a note', () => {
  it(
    'tell people of the desk, once each and in their language, mark them in the note, and stay in the history',
    rolledBack(async (tx) => {
      const { camille, theo, yanis, number } = await cast(tx);
      const body = `@${'Yanis Môrel'.normalize('NFD')}, tu as déjà vu ça ? <b>Merci</b> @Yanis Môrel, et @Théodule Lambrequin.`;
      const said = { number, body, mentions: [yanis.id], idempotencyKey: randomUUID() };
      await note(callBy(theo), said);
      await note(callBy(theo), said);
      const mails = await mailsTo(tx, yanis.email);
      expect(mails.map(({ template, locale }) => [template, locale])).toEqual([['tickets.mentioned', 'en']]);
      const [mail] = mails;
      const written = mail ? renderMail('tickets.mentioned', 'en', mail.data, mail.recipientName) : null;
      expect(written?.subject).toBe(`[#${number}] L’import de nos adhérents s’arrête à mi-chemin`);
      expect(written?.text).toContain('Théodule Lambrequin mentioned you in a note');
      expect(written?.text).toContain(`/en/desk/${number}`);
      expect(await mailsTo(tx, theo.email)).toEqual([]);
      expect(await mailsTo(tx, camille.email)).toEqual([]);
      const shown = await show(callBy(yanis), { number });
      const [, last] = shown.messages;
      expect(last?.bodyHtml).toContain('<mark>@Yanis Môrel</mark>, tu as');
      expect(last?.bodyHtml).toContain('&lt;b&gt;');
      expect(last?.mentions.toSorted()).toEqual(['Théodule Lambrequin', 'Yanis Môrel']);
      expect(shown.events.at(-1)).toMatchObject({
        kind: 'noted',
        data: { mentions: expect.arrayContaining([yanis.id]) },
      });
      const read = await show(callBy(camille), { number });
      expect(JSON.stringify(read)).not.toContain('Yanis');
    }),
  );

  it(
    'are of people of the desk alone: others are words, or refused where they are chosen',
    rolledBack(async (tx) => {
      const { camille, theo, gone, number } = await cast(tx);
      await note(callBy(theo), { number, body: 'Vu avec @Camille Roux et @Gaëlle Partie.' });
      const [, last] = (await show(callBy(theo), { number })).messages;
      expect(last).toMatchObject({ mentions: [], bodyHtml: '<p>Vu avec @Camille Roux et @Gaëlle Partie.</p>' });
      for (const person of [camille, gone]) {
        const wrong = note(callBy(theo), { number, body: 'Pour vous', mentions: [person.id] });
        await expect(wrong).rejects.toMatchObject({ code: 'invalid', fields: { mentions: { key: 'errors.choice' } } });
        expect(await mailsTo(tx, person.email)).toEqual([]);
      }
      const theirs = note(callBy(camille), { number, body: '@Théodule Lambrequin' });
      await expect(theirs).rejects.toMatchObject({ code: 'forbidden' });
    }),
  );
});
