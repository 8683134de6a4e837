import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { notFound } from 'next/navigation';
import { loadNote, noteMetadata } from '@/app/_components/news/load-note';
import { ReleaseNote } from '@/app/_components/news/release-note';
import { pageLocale } from '@/app/_i18n/page-locale';
import { readerOf } from '@/app/_site/reader';

type Props = { params: Promise<{ locale: string; slug: string }> };

/** A release note as the person behind this request may see it; never kept. See the home page above. */
export const dynamic = 'force-dynamic';

const load = async ({ params }: Props) => {
  const { slug } = await params;
  return (await loadNote(await pageLocale(params), slug, await readerOf(await headers()))) ?? notFound();
};

export const generateMetadata = async (props: Props): Promise<Metadata> => noteMetadata(await load(props));

export default async function SignedInNotePage(props: Props) {
  return <ReleaseNote {...(await load(props))} />;
}
