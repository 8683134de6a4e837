import type { IconName } from '../ui/icons';

/** The public navigation, in the order of the header; `key` is the word in `shell.nav`. */
export const NAVIGATION = [
  { key: 'help', path: '/help', icon: 'book-open' },
  { key: 'news', path: '/news', icon: 'newspaper' },
  { key: 'resources', path: '/resources', icon: 'archive' },
  { key: 'faq', path: '/faq', icon: 'circle-help' },
  { key: 'roadmap', path: '/roadmap', icon: 'map' },
  { key: 'ideas', path: '/ideas', icon: 'lightbulb' },
  { key: 'status', path: '/status', icon: 'activity' },
  { key: 'requests', path: '/requests', icon: 'ticket' },
] as const satisfies readonly { key: string; path: string; icon: IconName }[];

export type Section = (typeof NAVIGATION)[number]['key'];
