import type { IconName } from '@/app/_components/ui/icons';
import type { ResourceKind } from '@/domain/resources/kinds';

export const RESOURCE_ICONS: Record<ResourceKind, IconName> = {
  guide: 'book-open',
  download: 'download',
  video: 'video',
};
