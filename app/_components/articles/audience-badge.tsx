import { useTranslations } from 'next-intl';
import { Badge } from '@/app/_components/ui/badge';
import type { Audience } from '@/domain/access/grants';

/** Says that not everyone may read this; nothing on what is public. */
export const AudienceBadge = ({ audience }: { audience: Audience }) => {
  const t = useTranslations('articles');
  if (audience === 'public') return null;
  return (
    <Badge tone="warning" icon="lock">
      {t(`audience.${audience}`)}
    </Badge>
  );
};
