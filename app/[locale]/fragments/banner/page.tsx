import clsx from 'clsx';
import type { Metadata } from 'next';
import { useTranslations } from 'next-intl';
import { loadStatus, type ToldIncident } from '@/app/_components/incidents/load-status';
import { IMPACT_LOOK } from '@/app/_components/incidents/look';
import { Icon } from '@/app/_components/ui/icon';
import { ExactTime } from '@/app/_components/ui/time';
import { TONE_SOFT, TONE_TEXT } from '@/app/_components/ui/tone';
import { pageLocale } from '@/app/_i18n/page-locale';
import { worseImpact } from '@/domain/incidents/status';
import type { Locale } from '@/domain/people/locale';
import { inLocale } from '@/domain/people/localised';

type Props = { params: Promise<{ locale: string }> };

export const metadata: Metadata = { robots: { index: false } };

/** Rendered when first asked for, then kept until an incident changes. */
export const generateStaticParams = () => [];

/** The running incidents, as the front puts them into every page: this page is not meant to be read by itself. */
export default async function BannerFragment({ params }: Props) {
  const locale = await pageLocale(params);
  const { running } = await loadStatus(locale);
  return <div data-fragment="">{running.length > 0 ? <Banner running={running} locale={locale} /> : null}</div>;
}

const Banner = ({ running, locale }: { running: readonly ToldIncident[]; locale: Locale }) => {
  const t = useTranslations('incidents');
  const worst = running.map((incident) => incident.impact).reduce(worseImpact);
  const { tone } = IMPACT_LOOK[worst];
  return (
    <section aria-label={t('banner')} className={clsx('border-b', TONE_SOFT[tone])}>
      <ul className="page-gutter mx-auto grid w-full max-w-[84rem] gap-1.5 py-3 text-[0.9375rem]">
        {running.map((incident) => (
          <li key={incident.id} className="flex flex-wrap items-baseline gap-x-3 gap-y-0.5">
            <Icon
              name={IMPACT_LOOK[incident.impact].icon}
              size={17}
              className={clsx('self-center', TONE_TEXT[IMPACT_LOOK[incident.impact].tone])}
            />
            <a href={`/${locale}/status/incidents/${incident.id}`} className="font-semibold underline">
              {inLocale(incident.title, locale)}
            </a>
            <span>
              {t(`impact.${incident.impact}`)} – {t(`status.${incident.status}`)}
            </span>
            <span className="text-sm text-ink-soft">
              <ExactTime at={incident.updatedAt} hour />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
};
