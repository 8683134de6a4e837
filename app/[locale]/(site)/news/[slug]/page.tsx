import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { tagPage } from '@/app/_cache/tag-page';
import { loadNote, noteMetadata } from '@/app/_components/news/load-note';
import { ReleaseNote } from '@/app/_components/news/release-note';
import { pageLocale } from '@/app/_i18n/page-locale';
import { ANONYMOUS, entryTag, listTag } from '@/server/kernel/content';

type Props = { params: Promise<{ locale: string; slug: string }> };

/** Rendered when first asked for, then kept: only ever what a visitor without a session may read. */
export const generateStaticParams = () => [];

const load = async ({ params }: Props) => {
  const { slug } = await params;
  return (await loadNote(await pageLocale(params), slug, ANONYMOUS)) ?? notFound();
};

export const generateMetadata = async (props: Props): Promise<Metadata> => noteMetadata(await load(props));

export default async function ReleaseNotePage(props: Props) {
  const page = await load(props);
  const { note } = page;
  await tagPage(
    listTag(note.locale, 'releaseNote'),
    entryTag('fr', 'releaseNote', note.key),
    entryTag('en', 'releaseNote', note.key),
  );
  return <ReleaseNote {...page} />;
}
