import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ideasMetadata } from '@/app/_components/ideas/ideas-metadata';
import { IdeasSheet } from '@/app/_components/ideas/ideas-sheet';
import { loadIdeas } from '@/app/_components/ideas/load-ideas';
import { pageLocale } from '@/app/_i18n/page-locale';
import { type IdeaView, isIdeaView } from '@/domain/ideas/states';

type Props = { params: Promise<{ locale: string; view: string }> };

/** Rendered when first asked for, then kept until an idea changes. */
export const generateStaticParams = () => [];

/** The most supported ones have the plain address. */
const viewIn = async ({ params }: Props): Promise<IdeaView> => {
  const { view } = await params;
  return isIdeaView(view) && view !== 'popular' ? view : notFound();
};

export const generateMetadata = async (props: Props): Promise<Metadata> =>
  ideasMetadata(await pageLocale(props.params), await viewIn(props));

export default async function IdeasByPage(props: Props) {
  const locale = await pageLocale(props.params);
  const view = await viewIn(props);
  return <IdeasSheet locale={locale} view={view} page={await loadIdeas(locale, view)} own={null} />;
}
