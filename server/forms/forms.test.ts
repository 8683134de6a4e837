import { eq, sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import type { Tx } from '@/db/client';
import { auditEntries, outboxMails } from '@/db/kernel/schema';
import { actorOf, makeUser } from '@/db/people/factory';
import { insertPolicy } from '@/db/sla/queries';
import { rolledBack } from '@/db/testing/rolled-back';
import { callBy as call } from '../testing/call';
import { open } from '../tickets/open';
import { show as showTicket } from '../tickets/show';
import { types } from '../tickets/types';
import { addField } from './add-field';
import { addPortal } from './add-portal';
import { addType } from './add-type';
import { editField } from './edit-field';
import { editPortal } from './edit-portal';
import { editType } from './edit-type';
import { move } from './move';
import { remove } from './remove';
import { show } from './show';
import { showType } from './show-type';

const cast = async (tx: Tx) => ({
  maud: actorOf(await makeUser(tx, { name: 'Maud Kessler', role: 'admin' })),
  theo: actorOf(await makeUser(tx, { name: 'Théo Lambert', role: 'agent' })),
  noor: actorOf(await makeUser(tx, { name: 'Noor Benali' })),
});

const PORTAL = { name: { fr: 'Événements', en: 'Events' }, intro: { fr: 'Vos événements.' } };
const TYPE = {
  portal: 'support',
  name: { fr: 'Réserver une salle', en: 'Book a room' },
  situation: { fr: 'Je cherche une salle.' },
  guidance: { fr: 'Dites quand et pour combien de personnes.' },
};
const FIELD = {
  kind: 'text',
  label: { fr: 'Ville', en: 'Town' },
  help: { fr: '' },
  why: { fr: '' },
  need: 'required',
} as const;
const REQUEST = { subject: 'Une salle pour mars', description: 'Nous serons une quarantaine.' };

const roomType = async (tx: Tx) => {
  const people = await cast(tx);
  const { key } = await addType(call(people.maud), TYPE);
  const town = await addField(call(people.maud), { typeKey: key, ...FIELD });
  const size = await addField(call(people.maud), {
    ...FIELD,
    typeKey: key,
    kind: 'choice',
    need: 'optional',
    label: { fr: 'Taille' },
    options: 'Petite | Small\nGrande | Large',
  });
  return { ...people, key, town: town.id, size: size.id };
};

describe('the shipped forms', () => {
  it(
    'are seven types in two portals, with guidance and fields in both languages',
    rolledBack(async (tx) => {
      const { noor } = await cast(tx);
      const all = await types(call(noor), {});
      expect(all.map(({ portal, key }) => `${portal.key}/${key}`)).toEqual([
        'support/assistance',
        'support/problem',
        'support/question',
        'support/deployment-patch',
        'support/deployment-migration',
        'support/suggestion',
        'conseil/consulting',
      ]);
      for (const type of all) {
        expect([type.situation.en, type.guidance.en, type.fields.length > 0], type.key).not.toContain(undefined);
      }
      expect(all.find(({ key }) => key === 'problem')?.fields.map(({ key }) => key)).toEqual([
        'steps',
        'error',
        'example',
        'link',
        'frequency',
        'since',
        'version',
        'video',
      ]);
    }),
  );
});

describe('portals, types and fields', () => {
  it(
    'are added, ordered and taken out of use; the form follows at once, and each act is audited',
    rolledBack(async (tx) => {
      const { maud, noor, key, town, size } = await roomType(tx);
      expect(key).toBe('reserver-une-salle');
      const offered = async () => (await types(call(noor), {})).find((type) => type.key === key);
      expect((await offered())?.fields.map((field) => field.key)).toEqual(['ville', 'taille']);
      await move(call(maud), { what: 'field', id: size, way: 'up' });
      // Beyond the end of the row nothing happens.
      await move(call(maud), { what: 'field', id: size, way: 'up' });
      expect((await offered())?.fields.map((field) => field.key)).toEqual(['taille', 'ville']);
      await editField(call(maud), { id: town, ...FIELD, active: false });
      expect((await offered())?.fields.map((field) => field.key)).toEqual(['taille']);
      await editType(call(maud), { key, ...TYPE, active: false });
      expect(await offered()).toBeUndefined();
      const audited = await tx.select().from(auditEntries).where(eq(auditEntries.actorId, maud.id));
      expect(audited.map(({ action }) => action)).toEqual(
        expect.arrayContaining(['forms.addType', 'forms.addField', 'forms.move', 'forms.editField', 'forms.editType']),
      );
    }),
  );

  it(
    'take all their types along when a portal is out of use, and types move between portals',
    rolledBack(async (tx) => {
      const { maud, noor } = await cast(tx);
      const { key: portal } = await addPortal(call(maud), PORTAL);
      expect(portal).toBe('evenements');
      const { key } = await addType(call(maud), { ...TYPE, portal });
      await editPortal(call(maud), { key: portal, ...PORTAL, active: false });
      expect((await types(call(noor), {})).map((type) => type.key)).not.toContain(key);
      await editType(call(maud), { key, ...TYPE, portal: 'conseil' });
      expect((await types(call(noor), {})).at(-1)).toMatchObject({ key, portal: { key: 'conseil' } });
      await move(call(maud), { what: 'type', id: key, way: 'up' });
      expect((await types(call(noor), {})).at(-2)?.key).toBe(key);
      await move(call(maud), { what: 'portal', id: portal, way: 'up' });
      expect((await show(call(maud), {})).portals.map((one) => one.key)).toEqual(['support', portal, 'conseil']);
      await remove(call(maud), { what: 'portal', id: portal });
      expect((await show(call(maud), {})).portals.map((one) => one.key)).toEqual(['support', 'conseil']);
    }),
  );

  it(
    'are only deleted while nothing uses them, and a used field keeps its kind',
    rolledBack(async (tx) => {
      const { maud, noor, key, town, size } = await roomType(tx);
      await remove(call(maud), { what: 'field', id: size });
      await open(call(noor), { typeKey: key, ...REQUEST, answers: { ville: 'Lyon' } });
      for (const [what, id] of [
        ['field', town],
        ['type', key],
        ['portal', 'support'],
      ] as const) {
        await expect(remove(call(maud), { what, id })).rejects.toMatchObject({ messageKey: `errors.inUse.${what}` });
      }
      await expect(editField(call(maud), { id: town, ...FIELD, kind: 'number' })).rejects.toMatchObject({
        fields: { kind: { key: 'errors.kindInUse' } },
      });
      expect(await showType(call(maud), { key })).toMatchObject({ inUse: true, fields: [{ inUse: true }] });
    }),
  );

  it(
    'tell mistakes beside their fields',
    rolledBack(async (tx) => {
      const { maud, key } = await roomType(tx);
      await expect(
        addField(call(maud), { ...FIELD, typeKey: key, kind: 'choice', options: 'Seule' }),
      ).rejects.toMatchObject({ fields: { options: { key: 'errors.fewOptions' } } });
      await expect(
        addField(call(maud), { ...FIELD, typeKey: key, label: { fr: '' }, help: { fr: '', en: 'Help' } }),
      ).rejects.toMatchObject({
        fields: { 'label.fr': { key: 'errors.required' }, 'help.fr': { key: 'errors.frenchFirst' } },
      });
      await expect(addType(call(maud), { ...TYPE, portal: 'nowhere' })).rejects.toMatchObject({
        fields: { portal: { key: 'errors.choice' } },
      });
      await expect(move(call(maud), { what: 'field', id: 'nothing', way: 'up' })).rejects.toMatchObject({
        code: 'not-found',
      });
    }),
  );

  it(
    'are nobody’s but the administrators’',
    rolledBack(async (tx) => {
      const { theo, noor, key, town } = await roomType(tx);
      for (const actor of [theo, noor]) {
        const asked = call(actor);
        for (const attempt of [
          () => show(asked, {}),
          () => showType(asked, { key }),
          () => addPortal(asked, PORTAL),
          () => addType(asked, TYPE),
          () => addField(asked, { typeKey: key, ...FIELD }),
          () => editField(asked, { id: town, ...FIELD }),
          () => editType(asked, { key, ...TYPE }),
          () => move(asked, { what: 'type', id: key, way: 'up' }),
          () => remove(asked, { what: 'field', id: town }),
        ]) {
          await expect(attempt()).rejects.toMatchObject({ code: 'forbidden' });
        }
      }
    }),
  );
});

describe('a request of such a form', () => {
  it(
    'is refused without what is required, and keeps, mails and shows what was answered',
    rolledBack(async (tx) => {
      const { theo, noor, key } = await roomType(tx);
      await expect(
        open(call(noor), { typeKey: key, ...REQUEST, answers: { taille: 'immense' } }),
      ).rejects.toMatchObject({
        fields: { 'answers.ville': { key: 'errors.required' }, 'answers.taille': { key: 'errors.choice' } },
      });
      const { number } = await open(call(noor), {
        typeKey: key,
        ...REQUEST,
        answers: { ville: 'Clermont-Ferrand', taille: 'grande', made: 'up' },
      });
      for (const reader of [noor, theo]) {
        expect((await showTicket(call(reader), { number })).values).toEqual([
          { key: 'ville', label: { fr: 'Ville', en: 'Town' }, told: { kind: 'words', words: 'Clermont-Ferrand' } },
          { key: 'taille', label: { fr: 'Taille' }, told: { kind: 'options', names: [{ fr: 'Grande', en: 'Large' }] } },
        ]);
      }
      const [mail] = await tx
        .select()
        .from(outboxMails)
        .where(eq(outboxMails.threadKey, `ticket:${number}`));
      expect(mail?.data).toMatchObject({
        bodyText: 'Nous serons une quarantaine.\n\nVille\nClermont-Ferrand\n\nTaille\nGrande',
        bodyHtml: expect.stringContaining('<p>Ville<br />Clermont-Ferrand</p>'),
      });
    }),
  );

  it(
    'takes its file only from whoever sent one along',
    rolledBack(async (tx) => {
      const { noor } = await cast(tx);
      const file = '00000000-0000-4000-8000-000000000000';
      await expect(
        open(call(noor), { typeKey: 'consulting', ...REQUEST, answers: { brief: file } }),
      ).rejects.toMatchObject({ fields: { 'answers.brief': { key: 'errors.fileGone' } } });
    }),
  );

  it(
    'names the page it is about by the first address it was given',
    rolledBack(async (tx) => {
      const { noor } = await cast(tx);
      const answers = { link: 'https://app.example/a\nhttps://app.example/b' };
      const { number } = await open(call(noor), { typeKey: 'problem', ...REQUEST, answers });
      expect(await showTicket(call(noor), { number })).toMatchObject({ pageUrl: 'https://app.example/a' });
    }),
  );
});

describe('the policy of a type', () => {
  it(
    'is one that exists; choosing another has its open requests reckoned anew, and tells the log',
    rolledBack(async (tx) => {
      const { maud } = await cast(tx);
      const { key } = await addType(call(maud), TYPE);
      await expect(editType(call(maud), { key, ...TYPE, policyKey: 'none-such' })).rejects.toMatchObject({
        fields: { policyKey: { key: 'errors.choice' } },
      });
      await insertPolicy(tx, { key: 'premium', name: { fr: 'Premium' }, calendarKey: 'office' });
      const jobs = () =>
        tx.execute(sql`select 1 from graphile_worker.jobs where task_identifier = 'sla.recompute' and key is not null`);
      await editType(call(maud), { key, ...TYPE });
      expect(await jobs()).toHaveLength(0);
      await editType(call(maud), { key, ...TYPE, policyKey: 'premium' });
      expect(await jobs()).toHaveLength(1);
      expect((await showType(call(maud), { key })).policyKey).toBe('premium');
      const [entry] = await tx
        .select({ data: auditEntries.data })
        .from(auditEntries)
        .where(sql`${auditEntries.action} = 'forms.editType' and ${auditEntries.data} ->> 'policy' like '%premium%'`);
      expect(entry?.data).toMatchObject({ policy: ['house', 'premium'] });
    }),
  );
});
