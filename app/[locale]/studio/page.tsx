import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { LinkCard } from '@/app/_components/ui/card';
import { PageHeader } from '@/app/_components/ui/page-header';
import { pageLocale } from '@/app/_i18n/page-locale';
import { orNotFound, serverApi } from '@/app/_trpc/server';

type Props = { params: Promise<{ locale: string }> };

export const generateMetadata = async (props: Props): Promise<Metadata> => {
  const t = await getTranslations({ locale: await pageLocale(props.params), namespace: 'studio' });
  return { title: t('title') };
};

export default async function StudioPage(props: Props) {
  const locale = await pageLocale(props.params);
  const here = `/${locale}/studio`;
  const api = await serverApi();
  const { incidents } = await orNotFound(api.incidents.list({}), here);
  const { due } = await orNotFound(api.articles.list({}), here);
  const { taken, limit } = await orNotFound(api.roadmap.list({}), here);
  const { totals } = await orNotFound(api.search.report({ days: 30, locale: null, list: 'nothing', limit: 1 }), here);
  const running = incidents.filter((incident) => !incident.resolvedAt).length;
  const { open } = await orNotFound(api.articles.feedback({}), here);
  const { counts } = await orNotFound(api.comments.queue({}), here);
  const t = await getTranslations('studio');
  const tComments = await getTranslations('comments.studio');
  const tFeedback = await getTranslations('feedback.studio');
  const tSearches = await getTranslations('searches');
  return (
    <div className="grid gap-6">
      <PageHeader scale="work" title={t('title')} lead={t('lead')} />
      <div className="grid gap-5 sm:grid-cols-2">
        <LinkCard
          href={`${here}/articles`}
          icon="file-text"
          heading="h2"
          title={t('articles.title')}
          meta={t('articles.cardMeta', { due })}
        >
          {t('articles.cardLead')}
        </LinkCard>
        <LinkCard
          href={`${here}/incidents`}
          icon="activity"
          heading="h2"
          title={t('incidents.title')}
          meta={t('running', { running })}
        >
          {t('incidents.lead')}
        </LinkCard>
        <LinkCard
          href={`${here}/roadmap`}
          icon="map"
          heading="h2"
          title={t('roadmap.title')}
          meta={t('places', { taken, limit })}
        >
          {t('roadmapLead')}
        </LinkCard>
        <LinkCard
          href={`${here}/comments`}
          icon="message"
          heading="h2"
          title={tComments('title')}
          meta={tComments('cardMeta', { count: counts.waiting })}
        >
          {tComments('cardLead')}
        </LinkCard>
        <LinkCard
          href={`${here}/feedback`}
          icon="star"
          heading="h2"
          title={tFeedback('title')}
          meta={tFeedback('cardMeta', { count: open })}
        >
          {tFeedback('cardLead')}
        </LinkCard>
        <LinkCard
          href={`${here}/search`}
          icon="search"
          heading="h2"
          title={tSearches('queries.title')}
          meta={tSearches('lately', { searches: totals.searches })}
        >
          {tSearches('queries.lead')}
        </LinkCard>
      </div>
    </div>
  );
}
