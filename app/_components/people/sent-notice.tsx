import { useTranslations } from 'next-intl';
import { Callout } from '@/app/_components/ui/callout';
import { hasDevMailbox } from '@/app/_trpc/mailbox';

/** What is said after a mail was asked for, whether or not the address has an account. */
export const SentNotice = ({ title, text, hint }: { title: string; text: string; hint: string }) => {
  const t = useTranslations('people.mailbox');
  return (
    <div className="grid gap-4">
      <Callout tone="positive" icon="mail" role="status" title={title}>
        <p>{text}</p>
        <p className="text-ink-soft">{hint}</p>
      </Callout>
      {hasDevMailbox() ? (
        <Callout>
          <p>
            {t('text')} <a href="/dev/mailbox">{t('link')}</a>
          </p>
        </Callout>
      ) : null}
    </div>
  );
};
