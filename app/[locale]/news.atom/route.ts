import { Feed } from 'feed';
import { getTranslations } from 'next-intl/server';
import { tagPage } from '@/app/_cache/tag-page';
import { noonOf } from '@/app/_components/articles/day';
import { absolute, siteAddress } from '@/app/_site/address';
import { isLocale } from '@/domain/people/locale';
import { DEMO_BRAND as brand } from '@/domain/settings/brand';
import { listTag, pathOf, releaseNotes } from '@/server/kernel/content';

export const dynamic = 'force-static';
export const generateStaticParams = () => [];

/** A reader that has been away for longer reads the news page. */
const ENTRIES = 50;

/** `GET /{locale}/news.atom`: the release notes everyone may read, newest first. */
export const GET = async (
  _request: Request,
  { params }: { params: Promise<{ locale: string }> },
): Promise<Response> => {
  const { locale } = await params;
  if (!isLocale(locale)) return new Response(null, { status: 404 });
  await tagPage(listTag(locale, 'releaseNote'));
  const t = await getTranslations({ locale, namespace: 'news' });
  const notes = releaseNotes(locale).slice(0, ENTRIES);
  const page = absolute(`/${locale}/news`);
  const feed = new Feed({
    id: page,
    link: page,
    feed: absolute(`/${locale}/news.atom`),
    title: `${t('title')} · ${brand.name}`,
    description: t('description', { brand: brand.name }),
    language: locale,
    generator: 'Guichet',
    copyright: brand.legal.company,
    ...(notes[0] ? { updated: noonOf(notes[0].date) } : {}),
  });
  for (const note of notes) {
    feed.addItem({
      id: `tag:${new URL(siteAddress()).hostname},2005:ReleaseNote/${note.locale}/${note.key}`,
      link: absolute(pathOf(note)),
      title: note.title,
      description: note.summary,
      date: noonOf(note.date),
      published: noonOf(note.date),
      category: [{ name: t(`kind.${note.kind}`), term: note.kind }],
    });
  }
  return new Response(feed.atom1(), { headers: { 'content-type': 'application/atom+xml; charset=utf-8' } });
};
