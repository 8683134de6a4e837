import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ideasMetadata } from '@/app/_components/ideas/ideas-metadata';
import { IdeasSheet } from '@/app/_components/ideas/ideas-sheet';
import { loadSignedInIdeas } from '@/app/_components/ideas/signed-in-ideas';
import { pageLocale } from '@/app/_i18n/page-locale';
import { type IdeaView, isIdeaView } from '@/domain/ideas/states';

type Props = { params: Promise<{ locale: string; view: string }> };

/** A view of the ideas as the person behind this request supports them; never kept. See the home page above. */
export const dynamic = 'force-dynamic';

const viewIn = async ({ params }: Props): Promise<IdeaView> => {
  const { view } = await params;
  return isIdeaView(view) && view !== 'popular' ? view : notFound();
};

export const generateMetadata = async (props: Props): Promise<Metadata> =>
  ideasMetadata(await pageLocale(props.params), await viewIn(props));

export default async function SignedInIdeasByPage(props: Props) {
  const locale = await pageLocale(props.params);
  const view = await viewIn(props);
  return <IdeasSheet locale={locale} view={view} {...(await loadSignedInIdeas(locale, view))} />;
}
