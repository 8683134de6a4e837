import { useTranslations } from 'next-intl';
import { Callout } from '@/app/_components/ui/callout';

const DONE = [
  'invited',
  'withdrawn',
  'placed',
  'detached',
  'left',
  'team',
  'teamRenamed',
  'teamRemoved',
  'joined',
  'asked',
  'approved',
  'declined',
  'attached',
  'saved',
  'archived',
  'restored',
] as const;

/** What was just done, as the address tells; nothing for what it should not say. */
export const DoneNotice = ({ done }: { done: string | undefined }) => {
  const t = useTranslations('organisations.done');
  const kind = DONE.find((one) => one === done);
  return kind ? (
    <Callout tone="positive" role="status">
      {t(kind)}
    </Callout>
  ) : null;
};
