import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Callout } from '@/app/_components/ui/callout';
import type { RouterOutputs } from '@/app/_trpc/outputs';
import type { Locale } from '@/domain/people/locale';
import { missingWords } from './missing-words';

type WantedProps = {
  ticket: RouterOutputs['tickets']['show'];
  locale: Locale;
  /** The form of what is missing, where the reader may fill it in. */
  children: ReactNode;
};

/** Above a request that waits for its customer: what is asked, and that an answer sets it going again. */
export const Wanted = ({ ticket, locale, children }: WantedProps) => {
  const t = useTranslations('tickets.wanted');
  const tPart = useTranslations('tickets.complete');
  const whose = ticket.own ? 'own' : 'other';
  const tForm = useTranslations('tickets.completing');
  if (!ticket.acceptsReplies) return null;
  const form = ticket.toComplete ? (
    <section
      id="complete"
      aria-labelledby="complete-title"
      className="rounded-lg border border-line bg-surface px-5 py-4"
    >
      <h2 id="complete-title" className="text-lg font-semibold">
        {tForm(ticket.question ? 'askedTitle' : 'title', { whose })}
      </h2>
      <p className="mt-1 text-sm text-ink-soft">{tForm('text')}</p>
      {children}
    </section>
  ) : null;
  if (ticket.question) {
    return (
      <>
        <Callout tone="warning" title={t('asked', { whose })}>
          <p>{t('askedText', { whose, requester: ticket.requester.name })}</p>
          <p>
            <a href={`#message-${ticket.question}`}>{t('read')}</a> · <a href="#reply">{t('answer')}</a>
          </p>
        </Callout>
        {form}
      </>
    );
  }
  if (ticket.complete || ticket.missing.length === 0) return null;
  return (
    <>
      <Callout tone="warning" title={t('incomplete')}>
        <p>{t('incompleteText', { whose })}</p>
        <ul>
          {ticket.missing.map((part) => {
            const { label, why } = missingWords(part, tPart, locale);
            return (
              <li key={part.key}>
                <strong>{label}</strong>
                {why && !form ? ` – ${why}` : null}
              </li>
            );
          })}
        </ul>
        <p>{form ? <a href="#complete">{t('fillIn')}</a> : <a href="#reply">{t('complete')}</a>}</p>
      </Callout>
      {form}
    </>
  );
};
