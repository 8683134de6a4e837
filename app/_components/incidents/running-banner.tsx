import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import type { RouterOutputs } from '@/app/_trpc/outputs';
import { serverApi } from '@/app/_trpc/server';
import { worseImpact } from '@/domain/incidents/status';
import type { Locale } from '@/domain/people/locale';
import { inLocale } from '@/domain/people/localised';
import { Icon } from '../ui/icon';
import { ExactTime } from '../ui/time';
import { TONE_SOFT, TONE_TEXT } from '../ui/tone';
import { IMPACT_LOOK } from './look';

type RunningIncident = RouterOutputs['incidents']['running'][number];

/** The running incidents above a page: plain HTML that stands by itself, since the front puts it into kept pages. */
export const RunningBanner = ({ running, locale }: { running: readonly RunningIncident[]; locale: Locale }) => {
  const t = useTranslations('incidents');
  const worst = running.map((incident) => incident.impact).reduce(worseImpact);
  const { tone } = IMPACT_LOOK[worst];
  return (
    <section aria-label={t('banner')} data-print="no" className={clsx('border-b', TONE_SOFT[tone])}>
      <ul className="page-gutter mx-auto grid w-full max-w-page gap-1.5 py-3 text-[0.9375rem]">
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

/** The same for working pages, which are drawn for each person anyway: it is there without scripts, and at once. */
export const BannerNow = async ({ locale }: { locale: Locale }) => {
  const running = await (await serverApi(locale)).incidents.running({});
  return running.length > 0 ? <RunningBanner running={running} locale={locale} /> : null;
};
