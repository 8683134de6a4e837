import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { AroundRequest } from '@/app/_components/desk/around';
import { AskMore } from '@/app/_components/desk/ask-more';
import { Assignment, handoverTeams } from '@/app/_components/desk/assignment';
import { CallNotice, ProposeCall } from '@/app/_components/desk/call-back';
import { Compose } from '@/app/_components/desk/compose';
import { Correct } from '@/app/_components/desk/correct';
import { RequestIdea } from '@/app/_components/desk/idea';
import { answerAfterIncident, IncidentOver } from '@/app/_components/desk/incident-over';
import { Links } from '@/app/_components/desk/links';
import { Merge, MergedNotice } from '@/app/_components/desk/merge';
import { Refile } from '@/app/_components/desk/refile';
import { Sleep } from '@/app/_components/desk/sleep';
import { Split } from '@/app/_components/desk/split';
import { TagForm } from '@/app/_components/desk/tag-form';
import { TakeBack } from '@/app/_components/desk/take-back';
import { Ties } from '@/app/_components/desk/ties';
import { VerdictForm } from '@/app/_components/desk/verdict';
import { LiveTicket } from '@/app/_components/live/live-ticket';
import { Analysis } from '@/app/_components/tickets/analysis';
import { Conversation } from '@/app/_components/tickets/conversation';
import { DeskDeadlines } from '@/app/_components/tickets/deadlines';
import { Details } from '@/app/_components/tickets/details';
import { History } from '@/app/_components/tickets/history';
import { MoveForm } from '@/app/_components/tickets/move-form';
import { PeopleInCopy } from '@/app/_components/tickets/people-in-copy';
import { BackLink } from '@/app/_components/ui/back-link';
import { LinkButton } from '@/app/_components/ui/button';
import { PageHeader } from '@/app/_components/ui/page-header';
import { takeFlash } from '@/app/_forms/flash';
import { FormMessage } from '@/app/_forms/form-message';
import { pageInput } from '@/app/_forms/page-input';
import { pageLocale } from '@/app/_i18n/page-locale';
import { passOver } from '@/app/_trpc/refusal';
import { grantedPerson, orNotFound, serverApi } from '@/app/_trpc/server';
import { inLocale } from '@/domain/people/localised';
import { gradeRequest, markRequest, moveRequest, tagRequest } from '../actions';

type Props = {
  params: Promise<{ locale: string; number: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const generateMetadata = async (props: Props): Promise<Metadata> => {
  const { number } = await props.params;
  const t = await getTranslations({ locale: await pageLocale(props.params), namespace: 'tickets' });
  return { title: t('number', { number }) };
};

export default async function DeskTicketPage(props: Props) {
  const locale = await pageLocale(props.params);
  const { number } = await props.params;
  const { query } = await pageInput(props);
  const here = `/${locale}/desk/${number}`;
  const person = await grantedPerson('tickets.queue', here);
  const api = await serverApi();
  const except = Number(number);
  const find = (query.find ?? '').slice(0, 200);
  const sought = { incident: (query.incident ?? '').slice(0, 200), theme: (query.theme ?? '').slice(0, 200) };
  const [ticket, around, call, levels, types, teams, offered, tieable, following] = await Promise.all([
    orNotFound(api.tickets.show({ number }), here),
    orNotFound(api.tickets.around({ number }), here),
    orNotFound(api.tickets.showCall({ number }), here),
    api.tickets.levels({}),
    api.tickets.types({}),
    api.teams.list({}),
    api.replies.offered({ text: find }),
    api.tickets.tieable(sought),
    api.tickets.next(Number.isSafeInteger(except) && except > 0 ? { except } : {}),
    orNotFound(api.tickets.read({ number }), here),
  ]);
  const t = await getTranslations('desk');
  const next = following.number;
  // The ids stand in the address: what is none, or gone, is passed over.
  const draftId = z.uuid().safeParse(query.draft);
  const draft = draftId.success ? await api.tickets.draft({ messageId: draftId.data }) : { body: null, files: [] };
  const replyId = z.uuid().safeParse(query.reply);
  const canned = replyId.success ? await api.replies.fillIn({ id: replyId.data, number }).catch(passOver) : null;
  const late = await takeFlash('take-back');
  const afterIncident = await answerAfterIncident(ticket);
  const now = new Date();
  return (
    <div className="grid gap-6">
      <PageHeader
        scale="work"
        above={
          <div className="flex flex-wrap items-center gap-x-6 gap-y-1">
            <BackLink href={`/${locale}/desk`}>{t('back')}</BackLink>
            <LiveTicket ticket={ticket} readerId={person.id} place="desk" />
          </div>
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
          <MergedNotice ticket={ticket} locale={locale} />
          <IncidentOver ticket={ticket} answer={afterIncident} />
          <Conversation
            messages={ticket.messages}
            values={ticket.values}
            urgency={ticket.urgency}
            requesterId={ticket.requesterId}
            readerId={person.id}
            now={now}
            base={`/${locale}/desk`}
            splitInto={ticket.splitInto}
            split={(messageId) => <Split locale={locale} number={ticket.number} messageId={messageId} />}
            correct={<Correct ticket={ticket} locale={locale} />}
            takeBack={(messageId) => <TakeBack locale={locale} number={ticket.number} messageId={messageId} />}
          />
          <FormMessage flash={late} />
          <CallNotice read={call} locale={locale} number={ticket.number} people={teams.people} />
          <div id="compose">
            <Compose
              ticket={ticket}
              locale={locale}
              readerId={person.id}
              note={query.compose === 'note'}
              draft={draft}
              draftId={query.draft ?? ''}
              offered={offered}
              find={find}
              canned={canned}
              prepared={query.compose === 'over' ? afterIncident : null}
              people={teams.people}
            />
          </div>
          <AskMore ticket={ticket} locale={locale} />
        </div>
        <aside aria-label={t('side.title')} className="grid gap-6 xl:sticky xl:top-6">
          <Details ticket={ticket} now={now} base={`/${locale}/desk`} quoted />
          <Refile ticket={ticket} locale={locale} types={types} />
          <Assignment ticket={ticket} locale={locale} readerId={person.id} teams={teams} />
          <TagForm locale={locale} number={ticket.number} tags={ticket.tags} action={tagRequest} />
          <MoveForm
            locale={locale}
            number={ticket.number}
            status={ticket.status}
            moves={ticket.moves}
            unsaid={ticket.unsaid}
            teams={handoverTeams(teams.teams, locale)}
            people={teams.people}
            action={moveRequest}
          />
          <PeopleInCopy
            locale={locale}
            number={ticket.number}
            place="desk"
            readerId={person.id}
            find={query.copy ?? ''}
          />
          <Ties ticket={ticket} locale={locale} offered={tieable} find={sought} />
          <Links ticket={ticket} locale={locale} />
          <RequestIdea ticket={ticket} locale={locale} />
          <Merge ticket={ticket} locale={locale} />
          <Sleep ticket={ticket} locale={locale} />
          <ProposeCall read={call} status={ticket.status} locale={locale} number={ticket.number} />
          <DeskDeadlines deadlines={ticket.deadlines} />
          <AroundRequest around={around} locale={locale} now={now} />
          <Analysis
            ticket={ticket}
            locale={locale}
            levels={levels.map(({ key, name }) => ({ key, name: inLocale(name, locale) }))}
            markAction={markRequest}
            gradeAction={gradeRequest}
          />
          <VerdictForm ticket={ticket} locale={locale} />
          <section className="grid gap-4">
            <h2 className="text-base font-semibold">{t('side.history')}</h2>
            <History ticket={ticket} now={now} desk />
          </section>
        </aside>
      </div>
    </div>
  );
}
