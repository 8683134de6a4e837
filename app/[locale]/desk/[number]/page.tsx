import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { takeBackReply } from '@/app/_components/desk/actions';
import { TagForm } from '@/app/_components/desk/tag-form';
import { ActionButton } from '@/app/_components/tickets/action-button';
import { Analysis } from '@/app/_components/tickets/analysis';
import { AssignForm } from '@/app/_components/tickets/assign-form';
import { Composer } from '@/app/_components/tickets/composer';
import { Conversation } from '@/app/_components/tickets/conversation';
import { DeskDeadlines } from '@/app/_components/tickets/deadlines';
import { Details } from '@/app/_components/tickets/details';
import { History } from '@/app/_components/tickets/history';
import { MoveForm } from '@/app/_components/tickets/move-form';
import { PeopleInCopy } from '@/app/_components/tickets/people-in-copy';
import { SnoozeForm } from '@/app/_components/tickets/snooze-form';
import { useMoment } from '@/app/_components/tickets/use-moment';
import { Button, LinkButton } from '@/app/_components/ui/button';
import { Callout } from '@/app/_components/ui/callout';
import { Field } from '@/app/_components/ui/field';
import { PageHeader } from '@/app/_components/ui/page-header';
import { Select } from '@/app/_components/ui/select';
import { SubNav } from '@/app/_components/ui/subnav';
import { takeFlash } from '@/app/_forms/flash';
import { FormMessage } from '@/app/_forms/form-message';
import { HiddenFields } from '@/app/_forms/hidden-fields';
import { pageInput } from '@/app/_forms/page-input';
import { pageLocale } from '@/app/_i18n/page-locale';
import type { RouterOutputs } from '@/app/_trpc/outputs';
import { grantedPerson, orNotFound, serverApi } from '@/app/_trpc/server';
import type { Locale } from '@/domain/people/locale';
import { inLocale } from '@/domain/people/localised';
import { SEND_SECONDS } from '@/domain/tickets/messages';
import { moveNeeds } from '@/domain/tickets/moves';
import { writeMessage } from '../../(work)/requests/actions';
import {
  assignRequest,
  gradeRequest,
  markRequest,
  moveRequest,
  placeRequest,
  snoozeRequest,
  tagRequest,
  wakeRequest,
} from '../actions';

type Props = {
  params: Promise<{ locale: string; number: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};
type Shown = RouterOutputs['tickets']['show'];

export const generateMetadata = async (props: Props): Promise<Metadata> => {
  const { number } = await props.params;
  const t = await getTranslations({ locale: await pageLocale(props.params), namespace: 'tickets' });
  return { title: t('number', { number }) };
};

type Canned = RouterOutputs['replies']['fillIn'];
type ComposeProps = {
  ticket: Shown;
  locale: Locale;
  note: boolean;
  draft: string | null;
  draftId: string;
  offered: RouterOutputs['replies']['offered'];
  canned: Canned | null;
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
      <Button type="submit" size="sm">
        {t('insert')}
      </Button>
    </form>
  );
};

/** Answer or internal note: two addresses of one place, so that the choice survives a reload and needs no script. */
const Compose = async ({ ticket, locale, note, draft, draftId, offered, canned }: ComposeProps) => {
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
        key={writesNote ? 'note' : `reply-${draftId}-${canned?.id ?? ''}`}
        locale={locale}
        number={ticket.number}
        kind={writesNote ? 'note' : 'reply'}
        idempotencyKey={randomUUID()}
        action={writeMessage}
        {...(writesNote
          ? {}
          : {
              draft: draft ?? canned?.body ?? '',
              desk: {
                label: t('then'),
                stay: t('stay'),
                options: ticket.moves
                  .filter((to) => moveNeeds(to).length === 0)
                  .map((to) => ({ value: to, label: tStatus(`${to}.label`) })),
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

/** The way back for an answer that has not left yet: a form, so that it needs no script. */
const TakeBack = ({ locale, number, messageId }: { locale: Locale; number: number; messageId: string }) => {
  const t = useTranslations('desk.compose');
  return (
    <form action={takeBackReply} className="mt-3 flex flex-wrap items-center gap-x-4 gap-y-2">
      <HiddenFields locale={locale} />
      <input type="hidden" name="number" value={number} />
      <input type="hidden" name="token" value={messageId} />
      <p className="text-sm text-ink-soft">{t('leaving', { seconds: SEND_SECONDS })}</p>
      <Button type="submit" size="sm" icon="undo">
        {t('takeBack')}
      </Button>
    </form>
  );
};

type Teams = RouterOutputs['teams']['list'];

/** People to choose from: those of the team first, with a word for who is away. */
const peopleFor = (ticket: Shown, { teams, people }: Teams, away: string) => {
  const members = teams.find(({ id }) => id === ticket.teamId)?.members ?? [];
  const rank = (id: string) => (members.some((member) => member.id === id) ? 0 : 1);
  const skipped = (id: string) =>
    teams.some((team) => team.members.some((member) => member.id === id && member.skipped === 'absent'));
  return [...people]
    .sort((a, b) => rank(a.id) - rank(b.id))
    .map(({ id, name }) => ({ value: id, label: skipped(id) ? `${name} (${away})` : name }));
};

type AssignmentProps = { ticket: Shown; locale: Locale; readerId: string; teams: Teams };

const Assignment = ({ ticket, locale, readerId, teams }: AssignmentProps) => {
  const t = useTranslations('desk.assign');
  const mine = ticket.assigneeId === readerId;
  return (
    <div className="grid gap-3">
      <ActionButton
        action={assignRequest}
        fields={{ locale, number: String(ticket.number), assigneeId: mine ? '' : readerId }}
        done={t('done')}
        icon={mine ? 'undo' : 'user-plus'}
      >
        {t(mine ? 'release' : 'toMe')}
      </ActionButton>
      <details>
        <summary className="cursor-pointer text-sm font-semibold">{t('title')}</summary>
        <div className="mt-3">
          <AssignForm
            locale={locale}
            number={ticket.number}
            teamId={ticket.teamId}
            assigneeId={ticket.assigneeId}
            teams={teams.teams
              .filter(({ id, active }) => active || id === ticket.teamId)
              .map(({ id, name }) => ({ value: id, label: inLocale(name, locale) }))}
            people={peopleFor(ticket, teams, t('away'))}
            action={placeRequest}
          />
        </div>
      </details>
    </div>
  );
};

const Sleep = ({ ticket, locale }: { ticket: Shown; locale: Locale }) => {
  const t = useTranslations('desk.snooze');
  const moment = useMoment();
  if (ticket.customerState === 'closed') return null;
  if (!ticket.snoozedUntil) {
    return (
      <details>
        <summary className="cursor-pointer text-sm font-semibold">{t('title')}</summary>
        <div className="mt-3">
          <SnoozeForm locale={locale} number={ticket.number} action={snoozeRequest} />
        </div>
      </details>
    );
  }
  return (
    <div className="grid gap-2">
      <p className="text-sm">{t('sleeps', { until: moment(ticket.snoozedUntil.getTime()) })}</p>
      <ActionButton action={wakeRequest} fields={{ locale, number: String(ticket.number) }} done={t('woken')} size="sm">
        {t('wake')}
      </ActionButton>
    </div>
  );
};

export default async function DeskTicketPage(props: Props) {
  const locale = await pageLocale(props.params);
  const { number } = await props.params;
  const { query } = await pageInput(props);
  const here = `/${locale}/desk/${number}`;
  const person = await grantedPerson('tickets.queue', here);
  const api = await serverApi();
  const [ticket, levels, teams, tags] = await Promise.all([
    orNotFound(api.tickets.show({ number }), here),
    api.tickets.levels({}),
    api.teams.list({}),
    api.tickets.tags({}),
  ]);
  const t = await getTranslations('desk');
  const { number: next } = await api.tickets.next({ except: ticket.number });
  // The id stands in the address: one that is none is passed over.
  const draftId = z.uuid().safeParse(query.draft);
  const { body: draft } = draftId.success ? await api.tickets.draft({ messageId: draftId.data }) : { body: null };
  const offered = await api.replies.offered({});
  const wanted = offered.find(({ id }) => id === query.reply);
  const canned = wanted ? await api.replies.fillIn({ id: wanted.id, number }) : null;
  const late = await takeFlash('take-back');
  const now = new Date();
  return (
    <div className="grid gap-6">
      <PageHeader
        scale="work"
        above={
          <a href={`/${locale}/desk`} className="text-sm">
            {t('back')}
          </a>
        }
        title={ticket.subject}
        actions={
          next === null ? undefined : (
            <LinkButton href={`/${locale}/desk/${next}`} rel="next" size="sm" iconEnd="chevron-right">
              {t('next', { number: next })}
            </LinkButton>
          )
        }
      />
      <div className="grid items-start gap-8 xl:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="grid gap-8">
          <Conversation
            messages={ticket.messages}
            values={ticket.values}
            urgency={ticket.urgency}
            requesterId={ticket.requesterId}
            readerId={person.id}
            now={now}
            takeBack={(messageId) => <TakeBack locale={locale} number={ticket.number} messageId={messageId} />}
          />
          <FormMessage flash={late} />
          <div id="compose">
            <Compose
              ticket={ticket}
              locale={locale}
              note={query.compose === 'note'}
              draft={draft}
              draftId={query.draft ?? ''}
              offered={offered}
              canned={canned}
            />
          </div>
        </div>
        <aside aria-label={t('side.title')} className="grid gap-6 xl:sticky xl:top-6">
          <Details ticket={ticket} now={now} base={`/${locale}/desk`} />
          <p className="text-sm text-ink-soft">
            {t('side.email')} <a href={`mailto:${ticket.requester.email}`}>{ticket.requester.email}</a>
          </p>
          <Assignment ticket={ticket} locale={locale} readerId={person.id} teams={teams} />
          <TagForm locale={locale} number={ticket.number} tags={ticket.tags} known={tags} action={tagRequest} />
          <MoveForm
            locale={locale}
            number={ticket.number}
            status={ticket.status}
            moves={ticket.moves}
            action={moveRequest}
          />
          <PeopleInCopy locale={locale} number={ticket.number} place="desk" readerId={person.id} />
          <Sleep ticket={ticket} locale={locale} />
          <DeskDeadlines deadlines={ticket.deadlines} />
          <Analysis
            ticket={ticket}
            locale={locale}
            levels={levels.map(({ key, name }) => ({ key, name: inLocale(name, locale) }))}
            markAction={markRequest}
            gradeAction={gradeRequest}
          />
          <section className="grid gap-4">
            <h2 className="text-base font-semibold">{t('side.history')}</h2>
            <History ticket={ticket} now={now} />
          </section>
        </aside>
      </div>
    </div>
  );
}
