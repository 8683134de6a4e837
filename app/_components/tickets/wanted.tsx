import { useTranslations } from 'next-intl';
import { Callout } from '@/app/_components/ui/callout';
import type { RouterOutputs } from '@/app/_trpc/outputs';
import type { Locale } from '@/domain/people/locale';
import { missingWords } from './missing-words';

type WantedProps = { ticket: RouterOutputs['tickets']['show']; locale: Locale };

/** Above a request that waits for its customer: what is asked, and that an answer sets it going again. */
export const Wanted = ({ ticket, locale }: WantedProps) => {
  const t = useTranslations('tickets.wanted');
  const tPart = useTranslations('tickets.complete');
  if (!ticket.acceptsReplies) return null;
  if (ticket.question) {
    return (
      <Callout tone="warning" title={t('asked')}>
        <p>{t('askedText')}</p>
        <p>
          <a href={`#message-${ticket.question}`}>{t('read')}</a> · <a href="#reply">{t('answer')}</a>
        </p>
      </Callout>
    );
  }
  if (ticket.complete || ticket.missing.length === 0) return null;
  return (
    <Callout tone="warning" title={t('incomplete')}>
      <p>{t('incompleteText')}</p>
      <ul>
        {ticket.missing.map((part) => {
          const { label, why } = missingWords(part, tPart, locale);
          return (
            <li key={part.key}>
              <strong>{label}</strong>
              {why ? ` – ${why}` : null}
            </li>
          );
        })}
      </ul>
      <p>
        <a href="#reply">{t('complete')}</a>
      </p>
    </Callout>
  );
};
