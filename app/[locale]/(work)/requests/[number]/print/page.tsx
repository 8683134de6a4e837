import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Details } from '@/app/_components/tickets/details';
import { History } from '@/app/_components/tickets/history';
import { MessageBody } from '@/app/_components/tickets/message-body';
import { PrintButton } from '@/app/_components/tickets/print-button';
import { PrintedPictures } from '@/app/_components/tickets/printed-pictures';
import { RequestValues } from '@/app/_components/tickets/request-values';
import { BackLink } from '@/app/_components/ui/back-link';
import { ExactTime } from '@/app/_components/ui/time';
import { pageLocale } from '@/app/_i18n/page-locale';
import type { RouterOutputs } from '@/app/_trpc/outputs';
import { orNotFound, serverApi, signedInPerson } from '@/app/_trpc/server';
import { isPublicFact } from '@/domain/tickets/history';

type Props = { params: Promise<{ locale: string; number: string }> };

export const generateMetadata = async (props: Props): Promise<Metadata> => {
  const { number } = await props.params;
  const t = await getTranslations({ locale: await pageLocale(props.params), namespace: 'tickets.print' });
  return { title: t('title', { number }) };
};

type Shown = RouterOutputs['tickets']['show'];
/** What the form of the request asked for, which belongs to its first message. */
type Asked = Pick<Shown, 'values' | 'urgency'> | null;

const Message = async ({ message, asked }: { message: Shown['messages'][number]; asked: Asked }) => {
  const t = await getTranslations('tickets');
  return (
    // No grid: on paper its rows would not be parted, and a long message would leave half a page empty before it.
    <li className="border-t border-line pt-4">
      <p className="mb-2 flex flex-wrap gap-x-3 text-[0.9375rem] break-after-avoid-page">
        <strong>{message.authorName ?? t('conversation.system')}</strong>
        <ExactTime at={message.createdAt} hour className="text-ink-soft" />
      </p>
      <MessageBody html={message.bodyHtml} />
      {asked ? <RequestValues values={asked.values} urgency={asked.urgency} files={message.files} /> : null}
      <PrintedPictures files={message.files} />
      {message.files.length > 0 ? (
        <p className="mt-2 text-sm text-ink-soft">
          {t('print.files', { names: message.files.map(({ name }) => name).join(', ') })}
        </p>
      ) : null}
    </li>
  );
};

/** A request on paper: its facts, all that was said aloud, and what happened, without what is there to be pressed. */
export default async function PrintedRequestPage(props: Props) {
  const locale = await pageLocale(props.params);
  const { number } = await props.params;
  const here = `/${locale}/requests/${number}`;
  await signedInPerson(`${here}/print`);
  const api = await serverApi();
  const ticket = await orNotFound(api.tickets.show({ number }), here);
  const t = await getTranslations('tickets');
  return (
    <div className="mx-auto max-w-reading space-y-8">
      <p className="flex flex-wrap items-center justify-between gap-4 print:hidden">
        <BackLink href={here}>{t('print.back')}</BackLink>
        <PrintButton>{t('print.button')}</PrintButton>
      </p>
      <header className="grid gap-2">
        <p className="text-sm text-ink-soft">{t('print.title', { number: String(ticket.number) })}</p>
        <h1 className="text-2xl">{ticket.subject}</h1>
      </header>
      <Details ticket={ticket} now={null} base={`/${locale}/requests`} />
      <section className="space-y-4">
        <h2 className="text-lg">{t('print.conversation')}</h2>
        <ol className="space-y-5">
          {ticket.messages
            .filter(({ visibility }) => visibility === 'public')
            .map((message, place) => (
              <Message key={message.id} message={message} asked={place === 0 ? ticket : null} />
            ))}
        </ol>
      </section>
      <section className="space-y-4">
        <h2 className="text-lg">{t('details.history')}</h2>
        {/* What staff print may be handed to the customer. */}
        <History ticket={{ ...ticket, events: ticket.events.filter(isPublicFact) }} now={null} />
      </section>
    </div>
  );
}
