import { historyFeed } from '@/app/_components/incidents/history-feed';
import { feedRoute } from '@/app/_site/feed-route';

export const dynamic = 'force-static';
export const generateStaticParams = () => [];

/** `GET /{locale}/history.atom`, and `/history.atom` in French: what happened to the service. */
export const GET = feedRoute(historyFeed, 'atom');
