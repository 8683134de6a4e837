import { newsFeed } from '@/app/_components/news/news-feed';
import { feedRoute } from '@/app/_site/feed-route';

export const dynamic = 'force-static';
export const generateStaticParams = () => [];

/** `GET /{locale}/news.atom`: the release notes everyone may read, newest first. */
export const GET = feedRoute(newsFeed, 'atom');
