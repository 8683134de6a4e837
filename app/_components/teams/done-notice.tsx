import { useTranslations } from 'next-intl';
import { Callout } from '@/app/_components/ui/callout';

const DONE = ['saved', 'aside', 'back', 'removed', 'absence', 'present'] as const;

/** What was just done, as the address tells; nothing for what it should not say. */
export const TeamNotice = ({ done }: { done: string | undefined }) => {
  const t = useTranslations('teams.done');
  const kind = DONE.find((one) => one === done);
  return kind ? (
    <Callout tone="positive" role="status">
      {t(kind)}
    </Callout>
  ) : null;
};
