import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { IdeaSheet } from '@/app/_components/ideas/idea-sheet';
import { ideaMetadata } from '@/app/_components/ideas/ideas-metadata';
import { type Idea, loadIdea } from '@/app/_components/ideas/load-ideas';
import { pageLocale } from '@/app/_i18n/page-locale';

type Props = { params: Promise<{ locale: string; number: string }> };

/** Rendered when first asked for, then kept until the idea changes. */
export const generateStaticParams = () => [];

const load = async ({ params }: Props): Promise<Idea> => {
  const { number } = await params;
  return (await loadIdea(await pageLocale(params), number)) ?? notFound();
};

export const generateMetadata = async (props: Props): Promise<Metadata> =>
  ideaMetadata(await pageLocale(props.params), await load(props));

export default async function IdeaPage(props: Props) {
  const idea = await load(props);
  return <IdeaSheet locale={await pageLocale(props.params)} idea={idea} anonymous />;
}
