import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ReasonList } from '@/app/_components/feedback/reason-list';
import { UnhelpedScore } from '@/app/_components/feedback/score';
import { TallyBar } from '@/app/_components/feedback/tally-bar';
import { WeeksChart } from '@/app/_components/feedback/weeks-chart';
import { BackLink } from '@/app/_components/ui/back-link';
import { LinkButton } from '@/app/_components/ui/button';
import { EmptyState } from '@/app/_components/ui/empty-state';
import { PageHeader } from '@/app/_components/ui/page-header';
import { PageTurner } from '@/app/_components/ui/page-turner';
import { SubNav } from '@/app/_components/ui/subnav';
import { takeFlash } from '@/app/_forms/flash';
import { FormMessage } from '@/app/_forms/form-message';
import { type FormPageProps, pageInput, withQuery } from '@/app/_forms/page-input';
import { orNotFound, serverApi } from '@/app/_trpc/server';
import { FEEDBACK_PERIODS } from '@/domain/articles/feedback';
import { handleReason } from '../actions';
import { viewOf } from '../view';

type Props = FormPageProps & { params: Promise<{ locale: string; key: string }> };

export const generateMetadata = async (props: Props): Promise<Metadata> => {
  const { locale } = await pageInput(props);
  const t = await getTranslations({ locale, namespace: 'feedback.studio' });
  return { title: t('title') };
};

export default async function ArticleFeedbackPage(props: Props) {
  const { locale, query } = await pageInput(props);
  const { key } = await props.params;
  const list = `/${locale}/studio/feedback`;
  const { period, language } = viewOf(query);
  const about = { articleKey: key, locale: language || locale, period };
  const { after = '', before = '' } = query;
  const here = `${list}/${key}`;
  const told = await orNotFound((await serverApi()).articles.feedbackOf({ ...about, after, before }), here);
  const flash = await takeFlash('feedback-reason');
  const t = await getTranslations('feedback.studio');
  const view = { language: told.locale, period };
  return (
    <div className="grid gap-7">
      <PageHeader
        scale="work"
        above={<BackLink href={withQuery(list, { period })}>{t('back')}</BackLink>}
        title={told.title ?? key}
        lead={<UnhelpedScore tally={told.tally} unhelped={told.unhelped} whole />}
        actions={
          <>
            <LinkButton
              href={withQuery(`/${locale}/studio/feedback.csv`, { article: key, language: told.locale, period })}
              icon="download"
              download
            >
              {t('csv')}
            </LinkButton>
            {told.path ? (
              <LinkButton href={told.path} icon="eye">
                {t('read')}
              </LinkButton>
            ) : null}
          </>
        }
      />
      <SubNav
        label={t('period')}
        items={FEEDBACK_PERIODS.map((value) => ({
          href: withQuery(here, { ...view, period: value }),
          label: t(`periods.${value}`),
          current: value === period,
        }))}
      />
      <FormMessage flash={flash} />
      <section aria-labelledby="weeks" className="grid gap-4">
        <h2 id="weeks" className="text-lg">
          {t('weeks')}
        </h2>
        <div className="max-w-form">
          <TallyBar tally={told.tally} />
        </div>
        <WeeksChart weeks={told.weeks} />
      </section>
      <section aria-labelledby="reasons" className="grid gap-4">
        <h2 id="reasons" className="text-lg">
          {t('reasons', { count: told.open })}
        </h2>
        {told.reasons.length === 0 ? (
          <EmptyState icon="message-text" heading="h3" title={t('noReasons')} />
        ) : (
          <ReasonList reasons={told.reasons} action={handleReason} fields={{ locale, key, ...view, after, before }} />
        )}
        <PageTurner base={here} query={view} previous={told.previous} next={told.next} />
      </section>
    </div>
  );
}
