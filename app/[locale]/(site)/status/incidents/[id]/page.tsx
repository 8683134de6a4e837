import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { tagPage } from '@/app/_cache/tag-page';
import { IncidentTimeline } from '@/app/_components/incidents/incident-timeline';
import { IMPACT_LOOK } from '@/app/_components/incidents/look';
import { sameInAll } from '@/app/_components/shell/alternates';
import { Badge } from '@/app/_components/ui/badge';
import { Breadcrumb } from '@/app/_components/ui/breadcrumb';
import { PageHeader } from '@/app/_components/ui/page-header';
import { ExactTime } from '@/app/_components/ui/time';
import { pageLocale } from '@/app/_i18n/page-locale';
import { pageMetadata } from '@/app/_site/page-metadata';
import { ReadingPage } from '@/app/_site/reading-page';
import { breadcrumbData, StructuredData } from '@/app/_site/structured-data';
import type { RouterOutputs } from '@/app/_trpc/outputs';
import { refusalBehind } from '@/app/_trpc/refusal';
import { visitorApi } from '@/app/_trpc/server';
import type { Locale } from '@/domain/people/locale';
import { inLocale } from '@/domain/people/localised';

type Props = { params: Promise<{ locale: string; id: string }> };
type Shown = RouterOutputs['incidents']['show'];

/** Rendered when first asked for, then kept until an incident changes. */
export const generateStaticParams = () => [];

const load = async ({ params }: Props): Promise<Shown> => {
  const locale = await pageLocale(params);
  const { id } = await params;
  await tagPage('incidents');
  try {
    return await visitorApi(locale).incidents.show({ id });
  } catch (error) {
    if (refusalBehind(error)) notFound();
    throw error;
  }
};

export const generateMetadata = async (props: Props): Promise<Metadata> => {
  const locale = await pageLocale(props.params);
  const { incident } = await load(props);
  const path = `/status/incidents/${incident.id}`;
  return pageMetadata({
    title: inLocale(incident.title, locale),
    description: inLocale(incident.updates[0]?.body ?? incident.title, locale).slice(0, 200),
    path: `/${locale}${path}`,
    alternates: sameInAll(path),
  });
};

export default async function IncidentPage(props: Props) {
  return <Incident locale={await pageLocale(props.params)} shown={await load(props)} />;
}

const Incident = ({ locale, shown }: { locale: Locale; shown: Shown }) => {
  const t = useTranslations('incidents');
  const tStatus = useTranslations('status');
  const { incident, components } = shown;
  const { tone, icon } = IMPACT_LOOK[incident.impact];
  const title = inLocale(incident.title, locale);
  const path = `/status/incidents/${incident.id}`;
  const way = [{ href: `/${locale}/status`, label: tStatus('title') }];
  const affected = components
    .filter((one) => incident.componentIds.includes(one.id))
    .map((one) => inLocale(one.name, locale));
  return (
    <ReadingPage locale={locale} section="status" alternates={sameInAll(path)}>
      <StructuredData data={breadcrumbData([...way, { href: `/${locale}${path}`, label: title }])} />
      <article className="mx-auto max-w-reading">
        <PageHeader
          above={<Breadcrumb items={way} />}
          title={title}
          meta={
            <>
              <Badge tone={tone} icon={icon}>
                {t(`impact.${incident.impact}`)}
              </Badge>
              <span>{t(`status.${incident.status}`)}</span>
              <span className="after-dot">
                {t('started')} <ExactTime at={incident.startedAt} hour />
              </span>
            </>
          }
        />
        {affected.length > 0 ? (
          <p className="mt-5 text-ink-soft">{t('affects', { components: affected.join(', ') })}</p>
        ) : null}
        <div className="mt-10">
          <IncidentTimeline incident={incident} locale={locale} label={t('steps')} />
        </div>
        <p className="mt-12 border-t border-line pt-5 text-sm text-ink-faint">{tStatus('zone')}</p>
      </article>
    </ReadingPage>
  );
};
