import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { LiveTicket } from '@/app/_components/live/live-ticket';
import { ActionButton } from '@/app/_components/tickets/action-button';
import { AllFiles } from '@/app/_components/tickets/all-files';
import { CallChoice } from '@/app/_components/tickets/call-choice';
import { Completing } from '@/app/_components/tickets/completing';
import { Composer } from '@/app/_components/tickets/composer';
import { Conversation } from '@/app/_components/tickets/conversation';
import { CustomerDeadlines } from '@/app/_components/tickets/deadlines';
import { Details, Standing } from '@/app/_components/tickets/details';
import { ExpectationWords } from '@/app/_components/tickets/expectation-words';
import { ForgetDraft } from '@/app/_components/tickets/forget-draft';
import { History } from '@/app/_components/tickets/history';
import { LinkedRequests } from '@/app/_components/tickets/linked-requests';
import { PeopleInCopy } from '@/app/_components/tickets/people-in-copy';
import { RatingForm } from '@/app/_components/tickets/rating-form';
import { saidByOthers } from '@/app/_components/tickets/said';
import { Wanted } from '@/app/_components/tickets/wanted';
import { BackLink } from '@/app/_components/ui/back-link';
import { LinkButton } from '@/app/_components/ui/button';
import { Callout } from '@/app/_components/ui/callout';
import { PageHeader } from '@/app/_components/ui/page-header';
import { withQuery } from '@/app/_forms/page-input';
import { pageLocale } from '@/app/_i18n/page-locale';
import type { RouterOutputs } from '@/app/_trpc/outputs';
import { orNotFound, serverApi, signedInPerson } from '@/app/_trpc/server';
import type { Locale } from '@/domain/people/locale';
import { completeRequest, rateRequest, resolveRequest, writeMessage } from '../actions';

type Props = {
  params: Promise<{ locale: string; number: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const generateMetadata = async (props: Props): Promise<Metadata> => {
  const { number } = await props.params;
  const t = await getTranslations({ locale: await pageLocale(props.params), namespace: 'tickets' });
  return { title: t('number', { number }) };
};

type AnswerProps = { ticket: RouterOutputs['tickets']['show']; locale: Locale; readerId: string };

const Answer = async ({ ticket, locale, readerId }: AnswerProps) => {
  const t = await getTranslations('tickets.reply');
  if (!ticket.acceptsReplies) {
    return (
      <Callout tone="neutral" title={t('closed')}>
        {ticket.duplicateOf ? (
          <p>
            <a href={`/${locale}/requests/${ticket.duplicateOf}`}>
              {t('goesOn', { number: String(ticket.duplicateOf) })}
            </a>
          </p>
        ) : null}
        <p>{t('closedHint')}</p>
        <p>
          <LinkButton
            href={withQuery(`/${locale}/requests/new`, { follows: String(ticket.number), type: ticket.type.key })}
            icon="reply"
          >
            {t('closedNew')}
          </LinkButton>
        </p>
      </Callout>
    );
  }
  const reopens = ticket.customerState === 'resolved';
  return (
    <Composer
      locale={locale}
      number={ticket.number}
      kind="reply"
      idempotencyKey={randomUUID()}
      action={writeMessage}
      owner={readerId}
      others={saidByOthers(ticket.messages, readerId)}
      words={{
        label: t('label'),
        ...(reopens ? { hint: t('hintReopen') } : {}),
        submit: t(reopens ? 'submitReopen' : 'submit'),
        sending: t('sending'),
        sent: t('sent'),
        failed: t('failed'),
      }}
    />
  );
};

export default async function RequestPage(props: Props) {
  const locale = await pageLocale(props.params);
  const { number } = await props.params;
  const here = `/${locale}/requests/${number}`;
  const person = await signedInPerson(here);
  const api = await serverApi();
  const ticket = await orNotFound(api.tickets.show({ number }), here);
  await api.tickets.read({ number });
  const t = await getTranslations('tickets');
  const now = new Date();
  const { sent, copy } = await props.searchParams;
  const justSent = sent === '1' && ticket.own;
  return (
    <div className="grid gap-8">
      <PageHeader
        scale="work"
        above={<BackLink href={`/${locale}/requests`}>{t('back')}</BackLink>}
        title={ticket.subject}
        actions={
          <LinkButton href={`${here}/print`} variant="quiet" size="sm" icon="printer">
            {t('print.link')}
          </LinkButton>
        }
      />
      {justSent ? (
        <Callout tone="positive" role="status" title={t('open.sent', { number: String(ticket.number) })}>
          <ForgetDraft />
          <p>
            {ticket.idea ? (
              t('open.sentIdea', { idea: String(ticket.idea.number) })
            ) : (
              <ExpectationWords expectation={ticket.expectation} fallback={t('open.sentBody')} />
            )}
          </p>
        </Callout>
      ) : null}
      <Standing ticket={ticket} className="lg:hidden" />
      <div className="grid items-start gap-8 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="grid gap-8">
          <Wanted ticket={ticket} locale={locale}>
            <Completing ticket={ticket} locale={locale} readerId={person.id} action={completeRequest} />
          </Wanted>
          <LiveTicket ticket={ticket} readerId={person.id} place="requests" />
          <Conversation
            messages={ticket.messages}
            values={ticket.values}
            urgency={ticket.urgency}
            requesterId={ticket.requesterId}
            readerId={person.id}
            now={now}
            base={`/${locale}/requests`}
            splitInto={ticket.splitInto}
          />
          {ticket.mayRate ? (
            <RatingForm
              locale={locale}
              about={{ number: String(ticket.number) }}
              given={ticket.given}
              action={rateRequest}
            />
          ) : null}
          <CallChoice locale={locale} number={ticket.number} />
          <div id="reply">
            <Answer ticket={ticket} locale={locale} readerId={person.id} />
          </div>
        </div>
        <aside aria-label={t('details.title')} className="grid gap-6 lg:sticky lg:top-6">
          <Details ticket={ticket} now={now} base={`/${locale}/requests`} standsAbove />
          <PeopleInCopy
            locale={locale}
            number={ticket.number}
            place="requests"
            readerId={person.id}
            find={typeof copy === 'string' ? copy : ''}
          />
          <AllFiles messages={ticket.messages} />
          <LinkedRequests links={ticket.links} base={`/${locale}/requests`} />
          <CustomerDeadlines deadlines={ticket.deadlines} whose={ticket.own ? 'own' : 'other'} />
          {ticket.moves.includes('resolved') ? (
            <div className="grid gap-2">
              <ActionButton
                action={resolveRequest}
                fields={{ locale, number: String(ticket.number) }}
                done={t('resolve.done')}
                icon="check"
              >
                {t('resolve.button')}
              </ActionButton>
              <p className="text-sm text-ink-soft">{t('resolve.hint')}</p>
            </div>
          ) : null}
          <section className="grid gap-4">
            <h2 className="text-base font-semibold">{t('details.history')}</h2>
            <History ticket={ticket} now={now} />
          </section>
        </aside>
      </div>
    </div>
  );
}
