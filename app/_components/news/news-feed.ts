import { Feed } from 'feed';
import { getTranslations } from 'next-intl/server';
import { tagPage } from '@/app/_cache/tag-page';
import { noonOf } from '@/app/_components/articles/day';
import { brand } from '@/app/_components/shell/brand';
import { absolute, siteAddress } from '@/app/_site/address';
import { escapeXml } from '@/app/_site/xml';
import type { Locale } from '@/domain/people/locale';
import { listTag, pathOf, type ReleaseNoteEntry, releaseNotes } from '@/server/kernel/content';

/** A reader that has been away for longer reads the news page. */
const ENTRIES = 50;

const contentOf = (note: ReleaseNoteEntry): string => {
  const picture = note.picture
    ? `<p><img src="${escapeXml(absolute(note.picture))}" alt="${escapeXml(note.pictureAlt ?? '')}"></p>`
    : '';
  return `<p>${escapeXml(note.summary)}</p>${picture}`;
};

/** The release notes everyone may read as a feed, newest first. */
export const newsFeed = async (locale: Locale): Promise<Feed> => {
  await tagPage(listTag(locale, 'releaseNote'));
  const t = await getTranslations({ locale, namespace: 'news' });
  const notes = releaseNotes(locale).slice(0, ENTRIES);
  const page = absolute(`/${locale}/news`);
  const feed = new Feed({
    id: page,
    link: page,
    feedLinks: { atom: absolute(`/${locale}/news.atom`), rss: absolute(`/${locale}/news.rss`) },
    title: `${t('title')} · ${brand.name}`,
    description: t('description', { brand: brand.name }),
    author: { name: brand.name, link: absolute(`/${locale}`) },
    language: locale,
    generator: 'Guichet',
    copyright: brand.legal.company,
    // The Unix epoch for a feed without entries: it has not changed yet, whenever it is asked for.
    updated: notes[0] ? noonOf(notes[0].date) : new Date(0),
  });
  for (const note of notes) {
    feed.addItem({
      id: `tag:${new URL(siteAddress()).hostname},2005:ReleaseNote/${note.locale}/${note.key}`,
      link: absolute(pathOf(note)),
      title: note.title,
      description: note.summary,
      content: contentOf(note),
      date: noonOf(note.date),
      published: noonOf(note.date),
      category: [{ name: t(`kind.${note.kind}`), term: note.kind }],
    });
  }
  return feed;
};
