import { useTranslations } from 'next-intl';
import { Badge } from '@/app/_components/ui/badge';
import type { IconName } from '@/app/_components/ui/icons';
import type { Tone } from '@/app/_components/ui/tone';
import type { ThemeState } from '@/domain/roadmap/themes';

const LOOK: Record<ThemeState, { tone: Tone; icon: IconName }> = {
  exploring: { tone: 'neutral', icon: 'lightbulb' },
  planned: { tone: 'info', icon: 'calendar' },
  in_progress: { tone: 'accent', icon: 'circle-dot' },
  delivered: { tone: 'positive', icon: 'circle-check' },
  postponed: { tone: 'warning', icon: 'pause' },
};

/** Where a theme stands, in a word with its icon. */
export const ThemeStateBadge = ({ state }: { state: ThemeState }) => {
  const t = useTranslations('roadmap.state');
  return <Badge {...LOOK[state]}>{t(state)}</Badge>;
};
