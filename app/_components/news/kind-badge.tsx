import { useTranslations } from 'next-intl';
import { Badge } from '@/app/_components/ui/badge';
import type { IconName } from '@/app/_components/ui/icons';
import type { Tone } from '@/app/_components/ui/tone';
import type { ReleaseKind } from '@/domain/news/kinds';

const LOOKS: Record<ReleaseKind, { tone: Tone; icon: IconName }> = {
  new: { tone: 'accent', icon: 'sparkles' },
  improved: { tone: 'info', icon: 'arrow-up-right' },
  fixed: { tone: 'positive', icon: 'wrench' },
  removed: { tone: 'neutral', icon: 'archive' },
};

export const KindBadge = ({ kind }: { kind: ReleaseKind }) => {
  const t = useTranslations('news.kind');
  return (
    <Badge tone={LOOKS[kind].tone} icon={LOOKS[kind].icon}>
      {t(kind)}
    </Badge>
  );
};
