import { useTranslations } from 'next-intl';
import { Callout } from '@/app/_components/ui/callout';

type FollowedRequestProps = {
  number: number;
  subject: string;
  path: string;
  /** The same form without the request. */
  without: string;
};

/** Says above the request form which closed request the new one goes on from. */
export const FollowedRequest = ({ number, subject, path, without }: FollowedRequestProps) => {
  const t = useTranslations('tickets.follows');
  return (
    <Callout tone="neutral" icon="link" role="note" title={t('title', { number: String(number) })}>
      <p>
        <a href={path}>{subject}</a>
      </p>
      <p>
        {t('text')} <a href={without}>{t('remove')}</a>
      </p>
    </Callout>
  );
};
