import type { SearchKind } from '@/domain/search/answer';
import type { IconName } from '../ui/icons';

/** The sign of each kind, always beside its name. */
export const KIND_ICON: Record<SearchKind, IconName> = {
  article: 'book-open',
  question: 'circle-help',
  release: 'newspaper',
  event: 'calendar',
  resource: 'download',
  incident: 'activity',
  theme: 'map',
  idea: 'lightbulb',
  request: 'ticket',
};
