import { useTranslations } from 'next-intl';
import { Badge } from '@/app/_components/ui/badge';
import type { IconName } from '@/app/_components/ui/icons';
import type { Tone } from '@/app/_components/ui/tone';
import type { IdeaState } from '@/domain/ideas/states';

const LOOK: Record<IdeaState, { tone: Tone; icon: IconName }> = {
  received: { tone: 'neutral', icon: 'inbox' },
  reviewed: { tone: 'neutral', icon: 'eye' },
  grouped: { tone: 'info', icon: 'map' },
  planned: { tone: 'accent', icon: 'calendar' },
  shipped: { tone: 'positive', icon: 'circle-check' },
  declined: { tone: 'warning', icon: 'x' },
};

/** Where an idea stands, in a word with its icon. */
export const IdeaStateBadge = ({ state }: { state: IdeaState }) => {
  const t = useTranslations('ideas.state');
  return <Badge {...LOOK[state]}>{t(state)}</Badge>;
};
