import type { Metadata } from 'next';
import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { type ListedTheme, loadRoadmap, type Roadmap } from '@/app/_components/roadmap/load-roadmap';
import { ThemeCard } from '@/app/_components/roadmap/theme-card';
import { sameInAll } from '@/app/_components/shell/alternates';
import { EmptyState } from '@/app/_components/ui/empty-state';
import { Explained } from '@/app/_components/ui/explained';
import { PageHeader } from '@/app/_components/ui/page-header';
import { pageLocale } from '@/app/_i18n/page-locale';
import { pageMetadata } from '@/app/_site/page-metadata';
import { ReadingPage } from '@/app/_site/reading-page';
import type { Locale } from '@/domain/people/locale';
import { HORIZONS, takesPlace } from '@/domain/roadmap/themes';

type Props = { params: Promise<{ locale: string }> };

/** Rendered when first asked for, then kept until the roadmap changes. */
export const generateStaticParams = () => [];

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => {
  const locale = await pageLocale(params);
  const t = await getTranslations({ locale, namespace: 'roadmap' });
  return pageMetadata({
    title: t('title'),
    description: t('lead'),
    path: `/${locale}/roadmap`,
    alternates: sameInAll('/roadmap'),
  });
};

export default async function RoadmapPage({ params }: Props) {
  const locale = await pageLocale(params);
  return <RoadmapSheet locale={locale} roadmap={await loadRoadmap(locale)} />;
}

type BandProps = { id: string; title: string; hint: string; themes: readonly ListedTheme[]; locale: Locale };

const Band = ({ id, title, hint, themes, locale }: BandProps) => {
  if (themes.length === 0) return null;
  return (
    <section aria-labelledby={id} className="mt-12">
      <h2 id={id} className="text-2xl">
        {title}
      </h2>
      <p className="mt-1 text-ink-soft">{hint}</p>
      <div className="mt-5 grid gap-5 md:grid-cols-2">
        {themes.map((theme) => (
          <ThemeCard key={theme.key} theme={theme} locale={locale} />
        ))}
      </div>
    </section>
  );
};

const How = () => {
  const t = useTranslations('roadmap.how');
  return <Explained title={t('title')} paragraphs={[t('limit'), t('needs'), t('size'), t('change')]} />;
};

const RoadmapSheet = ({ locale, roadmap }: { locale: Locale; roadmap: Roadmap }) => {
  const t = useTranslations('roadmap');
  const active = roadmap.themes.filter((theme) => takesPlace(theme.state));
  const inState = (state: ListedTheme['state']) => roadmap.themes.filter((theme) => theme.state === state);
  return (
    <ReadingPage locale={locale} section="roadmap" alternates={sameInAll('/roadmap')}>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        meta={active.length > 0 ? t('places', { taken: roadmap.taken, limit: roadmap.limit }) : null}
      />
      {roadmap.themes.length === 0 ? (
        <EmptyState className="mt-12" icon="map" title={t('empty.title')}>
          <p>{t('empty.text')}</p>
        </EmptyState>
      ) : null}
      {HORIZONS.map((horizon) => (
        <Band
          key={horizon}
          id={horizon}
          title={t(`horizon.${horizon}.title`)}
          hint={t(`horizon.${horizon}.hint`)}
          themes={active.filter((theme) => theme.horizon === horizon)}
          locale={locale}
        />
      ))}
      <Band
        id="delivered"
        title={t('delivered.title')}
        hint={t('delivered.hint')}
        themes={inState('delivered')}
        locale={locale}
      />
      <Band
        id="postponed"
        title={t('postponed.title')}
        hint={t('postponed.hint')}
        themes={inState('postponed')}
        locale={locale}
      />
      <How />
    </ReadingPage>
  );
};
