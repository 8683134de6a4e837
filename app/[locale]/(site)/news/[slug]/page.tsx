import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { tagPage } from '@/app/_cache/tag-page';
import { loadThemeTitles } from '@/app/_components/news/load-themes';
import { ReleaseNote } from '@/app/_components/news/release-note';
import { pageLocale } from '@/app/_i18n/page-locale';
import { pageMetadata } from '@/app/_site/page-metadata';
import { alternates, entryTag, listTag, pathOf, releaseNote, releaseNotes } from '@/server/kernel/content';

type Props = { params: Promise<{ locale: string; slug: string }> };

/** Rendered when first asked for, then kept. */
export const generateStaticParams = () => [];

const load = async ({ params }: Props) => {
  const { slug } = await params;
  return (await releaseNote(await pageLocale(params), slug)) ?? notFound();
};

export const generateMetadata = async (props: Props): Promise<Metadata> => {
  const note = await load(props);
  return pageMetadata({
    title: note.title,
    description: note.summary,
    path: pathOf(note),
    alternates: alternates('releaseNote', note.key),
    writing: { publishedOn: note.date },
    picture: note.picture ? { path: note.picture, alt: note.pictureAlt ?? note.title } : undefined,
  });
};

export default async function ReleaseNotePage(props: Props) {
  const note = await load(props);
  await tagPage(
    listTag(note.locale, 'releaseNote'),
    entryTag('fr', 'releaseNote', note.key),
    entryTag('en', 'releaseNote', note.key),
  );
  const all = releaseNotes(note.locale);
  const at = all.findIndex((other) => other.key === note.key);
  const themes = await loadThemeTitles(note.locale);
  return <ReleaseNote note={note} newer={all[at - 1] ?? null} older={all[at + 1] ?? null} themes={themes} />;
}
