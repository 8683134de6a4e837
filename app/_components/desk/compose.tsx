import { randomUUID } from 'node:crypto';
import { getTranslations } from 'next-intl/server';
import { Composer } from '@/app/_components/tickets/composer';
import { saidByOthers } from '@/app/_components/tickets/said';
import { deskStatusWord } from '@/app/_components/tickets/status-words';
import { Button } from '@/app/_components/ui/button';
import { Callout } from '@/app/_components/ui/callout';
import { Field } from '@/app/_components/ui/field';
import { Input } from '@/app/_components/ui/input';
import { Select } from '@/app/_components/ui/select';
import { SubNav } from '@/app/_components/ui/subnav';
import type { RouterOutputs } from '@/app/_trpc/outputs';
import { writeMessage } from '@/app/[locale]/(work)/requests/actions';
import type { Locale } from '@/domain/people/locale';
import type { Mentionable } from '@/domain/tickets/mentions';
import { moveNeeds } from '@/domain/tickets/moves';
import { CannedForm } from './canned-form';

type Shown = RouterOutputs['tickets']['show'];
type Canned = RouterOutputs['replies']['fillIn'];
type ComposeProps = {
  ticket: Shown;
  locale: Locale;
  readerId: string;
  note: boolean;
  /** An answer that was taken back. */
  draft: RouterOutputs['tickets']['draft'];
  draftId: string;
  offered: RouterOutputs['replies']['offered'];
  /** What was looked for among the canned replies. */
  find: string;
  canned: Canned | null;
  /** An answer that was prepared for this request, of no canned reply. */
  prepared: Canned | null;
  /** Who can be mentioned in a note. */
  people: readonly Mentionable[];
};

/** Chooses a canned reply, and looks for it among many: in the place below, or by a plain GET where no script runs. */
const CannedChoice = async ({
  offered: { replies, more },
  find,
  canned,
  number,
  here,
}: Pick<ComposeProps, 'offered' | 'find' | 'canned'> & { number: number; here: string }) => {
  const t = await getTranslations('desk.canned');
  if (replies.length === 0 && !find) return null;
  // The one that stands below stays chosen while one looks for another.
  const chosen = canned && !replies.some(({ id }) => id === canned.id) ? [canned] : [];
  return (
    <CannedForm number={number} here={here}>
      {more || find ? (
        <Field id="canned-find" label={t('find')} className="min-w-0 flex-1 basis-48 sm:max-w-60">
          {({ required: _, ...wiring }) => (
            <Input {...wiring} type="search" name="find" defaultValue={find} maxLength={200} />
          )}
        </Field>
      ) : null}
      <Field id="canned" label={t('label')} className="min-w-0 flex-1 basis-60 sm:max-w-80">
        {({ required: _, ...wiring }) => (
          <Select
            {...wiring}
            name="reply"
            defaultValue={canned?.id ?? ''}
            placeholder={t(replies.length === 0 ? 'none' : 'choose')}
            options={[...chosen, ...replies].map(({ id, title }) => ({ value: id, label: title }))}
          />
        )}
      </Field>
      <Button type="submit">{t(more || find ? 'findOrInsert' : 'insert')}</Button>
    </CannedForm>
  );
};

/** Answer or internal note: two addresses of one place, so that the choice survives a reload and needs no script. */
export const Compose = async ({
  ticket,
  locale,
  readerId,
  note,
  draft,
  draftId,
  offered,
  find,
  canned,
  prepared,
  people,
}: ComposeProps) => {
  const t = await getTranslations('desk.compose');
  const tReply = await getTranslations('tickets.reply');
  const tStatus = await getTranslations('tickets.status');
  const here = `/${locale}/desk/${ticket.number}`;
  const closed = !ticket.acceptsReplies;
  const writesNote = note || closed;
  const given = prepared ?? canned;
  return (
    <section aria-label={t('label')} className="grid gap-5">
      {draft.body === null ? null : (
        <Callout tone="info" role="status">
          <p>
            {t('takenBack')} {draft.files.length > 0 ? t('takenBackFiles', { count: draft.files.length }) : null}
          </p>
        </Callout>
      )}
      {closed ? <Callout tone="neutral" title={tReply('closed')} /> : null}
      <SubNav
        label={t('label')}
        items={[
          ...(closed ? [] : [{ href: `${here}#compose`, label: t('answer'), current: !writesNote }]),
          { href: `${here}?compose=note#compose`, label: t('note'), current: writesNote },
        ]}
      />
      {writesNote ? null : (
        <CannedChoice offered={offered} find={find} canned={canned} number={ticket.number} here={here} />
      )}
      <Composer
        // A request that is closed while one answers turns the answer into a note, with what was typed.
        key={note ? 'note' : `reply-${draftId}-${prepared ? 'prepared' : (canned?.id ?? '')}`}
        locale={locale}
        number={ticket.number}
        owner={readerId}
        kind={writesNote ? 'note' : 'reply'}
        others={saidByOthers(ticket.messages, readerId)}
        seen={ticket.messages.at(-1)?.id}
        idempotencyKey={randomUUID()}
        action={writeMessage}
        {...(writesNote
          ? { people }
          : {
              draft: draft.body ?? given?.body ?? '',
              // A claim needs no secret where the file is one's own already.
              draftFiles: draft.files.map((file) => ({ ...file, claim: 'own' })),
              desk: {
                label: t('then'),
                stay: t('stay'),
                options: ticket.moves
                  .filter((to) => moveNeeds(to).length === 0)
                  .map((to) => ({ value: to, label: deskStatusWord(tStatus, to) })),
                ...(given?.to ? { to: given.to } : {}),
                ...(canned && !prepared ? { canned } : {}),
              },
            })}
        words={{
          label: writesNote ? t('noteLabel') : t('answerLabel', { name: ticket.requester.name }),
          ...(writesNote ? { hint: t('noteHint') } : {}),
          submit: t(writesNote ? 'sendNote' : 'sendAnswer'),
          sending: tReply('sending'),
          sent: t(writesNote ? 'noted' : 'sent'),
          failed: t('failed'),
        }}
      />
    </section>
  );
};
