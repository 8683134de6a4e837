import { randomUUID } from 'node:crypto';
import { getTranslations } from 'next-intl/server';
import { Composer } from '@/app/_components/tickets/composer';
import { saidByOthers } from '@/app/_components/tickets/said';
import { deskStatusWord } from '@/app/_components/tickets/status-words';
import { Button } from '@/app/_components/ui/button';
import { Callout } from '@/app/_components/ui/callout';
import { Field } from '@/app/_components/ui/field';
import { Select } from '@/app/_components/ui/select';
import { SubNav } from '@/app/_components/ui/subnav';
import type { RouterOutputs } from '@/app/_trpc/outputs';
import { writeMessage } from '@/app/[locale]/(work)/requests/actions';
import type { Locale } from '@/domain/people/locale';
import type { Mentionable } from '@/domain/tickets/mentions';
import { moveNeeds } from '@/domain/tickets/moves';

type Shown = RouterOutputs['tickets']['show'];
type Canned = RouterOutputs['replies']['fillIn'];
type ComposeProps = {
  ticket: Shown;
  locale: Locale;
  readerId: string;
  note: boolean;
  draft: string | null;
  draftId: string;
  offered: RouterOutputs['replies']['offered'];
  canned: Canned | null;
  /** Who can be mentioned in a note. */
  people: readonly Mentionable[];
};

/** Chooses a canned reply: a plain GET, so that it needs no script. */
const CannedChoice = async ({ offered, canned, here }: Pick<ComposeProps, 'offered' | 'canned'> & { here: string }) => {
  const t = await getTranslations('desk.canned');
  if (offered.length === 0) return null;
  return (
    <form action={`${here}#compose`} className="flex flex-wrap items-end gap-3">
      <Field id="canned" label={t('label')} className="min-w-0 flex-1 basis-60 sm:max-w-80">
        {({ required: _, ...wiring }) => (
          <Select
            {...wiring}
            name="reply"
            defaultValue={canned?.id ?? ''}
            placeholder={t('choose')}
            options={offered.map(({ id, title }) => ({ value: id, label: title }))}
          />
        )}
      </Field>
      <Button type="submit">{t('insert')}</Button>
    </form>
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
  canned,
  people,
}: ComposeProps) => {
  const t = await getTranslations('desk.compose');
  const tReply = await getTranslations('tickets.reply');
  const tStatus = await getTranslations('tickets.status');
  const here = `/${locale}/desk/${ticket.number}`;
  const closed = !ticket.acceptsReplies;
  const writesNote = note || closed;
  return (
    <section aria-label={t('label')} className="grid gap-5">
      {draft ? (
        <Callout tone="info" role="status">
          <p>{t('takenBack')}</p>
        </Callout>
      ) : null}
      {closed ? <Callout tone="neutral" title={tReply('closed')} /> : null}
      <SubNav
        label={t('label')}
        items={[
          ...(closed ? [] : [{ href: `${here}#compose`, label: t('answer'), current: !writesNote }]),
          { href: `${here}?compose=note#compose`, label: t('note'), current: writesNote },
        ]}
      />
      {writesNote ? null : <CannedChoice offered={offered} canned={canned} here={here} />}
      <Composer
        // A request that is closed while one answers turns the answer into a note, with what was typed.
        key={note ? 'note' : `reply-${draftId}-${canned?.id ?? ''}`}
        locale={locale}
        number={ticket.number}
        kind={writesNote ? 'note' : 'reply'}
        others={saidByOthers(ticket.messages, readerId)}
        seen={ticket.messages.at(-1)?.id}
        idempotencyKey={randomUUID()}
        action={writeMessage}
        {...(writesNote
          ? { people }
          : {
              draft: draft ?? canned?.body ?? '',
              desk: {
                label: t('then'),
                stay: t('stay'),
                options: ticket.moves
                  .filter((to) => moveNeeds(to).length === 0)
                  .map((to) => ({ value: to, label: deskStatusWord(tStatus, to) })),
                ...(canned?.to ? { to: canned.to } : {}),
                ...(canned ? { canned: canned.id } : {}),
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
