import type { Metadata } from 'next';
import { cache } from 'react';
import { IdeaSheet } from '@/app/_components/ideas/idea-sheet';
import { ideaMetadata } from '@/app/_components/ideas/ideas-metadata';
import type { Idea } from '@/app/_components/ideas/load-ideas';
import { takeFlash } from '@/app/_forms/flash';
import { pageLocale } from '@/app/_i18n/page-locale';
import { currentPerson, orNotFound, serverApi } from '@/app/_trpc/server';

type Props = { params: Promise<{ locale: string; number: string }> };

/** An idea as the person behind this request may see it, their own unread one too; never kept. See the home page above. */
export const dynamic = 'force-dynamic';

const load = cache(
  async (locale: string, number: string): Promise<Idea> =>
    orNotFound((await serverApi()).ideas.show({ number }), `/${locale}/ideas/${number}`),
);

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => {
  const locale = await pageLocale(params);
  return ideaMetadata(locale, await load(locale, (await params).number));
};

export default async function SignedInIdeaPage({ params }: Props) {
  const locale = await pageLocale(params);
  const { number } = await params;
  const idea = await load(locale, number);
  const anonymous = (await currentPerson()) === null;
  return <IdeaSheet locale={locale} idea={idea} anonymous={anonymous} flash={await takeFlash(`idea-${number}`)} />;
}
