import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { z } from 'zod';
import { tagPage } from '@/app/_cache/tag-page';
import { IdeaStateBadge } from '@/app/_components/ideas/idea-state';
import { ThemeProgress } from '@/app/_components/roadmap/theme-progress';
import { ThemeStateBadge } from '@/app/_components/roadmap/theme-state';
import { useQuarter } from '@/app/_components/roadmap/use-quarter';
import { sameInAll } from '@/app/_components/shell/alternates';
import { Breadcrumb } from '@/app/_components/ui/breadcrumb';
import { Icon } from '@/app/_components/ui/icon';
import { PageHeader } from '@/app/_components/ui/page-header';
import { ExactTime } from '@/app/_components/ui/time';
import { Timeline, TimelineItem } from '@/app/_components/ui/timeline';
import { pageLocale } from '@/app/_i18n/page-locale';
import { pageMetadata } from '@/app/_site/page-metadata';
import { ReadingPage } from '@/app/_site/reading-page';
import { breadcrumbData, StructuredData } from '@/app/_site/structured-data';
import type { RouterOutputs } from '@/app/_trpc/outputs';
import { refusalBehind } from '@/app/_trpc/refusal';
import { visitorApi } from '@/app/_trpc/server';
import type { Locale } from '@/domain/people/locale';
import { inLocale } from '@/domain/people/localised';
import { THEME_STATES } from '@/domain/roadmap/themes';
import { listTag, pathOf, type ReleaseNoteEntry, releaseNotes } from '@/server/kernel/content';

type Props = { params: Promise<{ locale: string; key: string }> };
type Theme = RouterOutputs['roadmap']['show'];

/** Rendered when first asked for, then kept until the roadmap or a release note changes. */
export const generateStaticParams = () => [];

const load = async ({ params }: Props): Promise<Theme> => {
  const locale = await pageLocale(params);
  const { key } = await params;
  await tagPage('roadmap', listTag(locale, 'releaseNote'));
  try {
    return await visitorApi(locale).roadmap.show({ key });
  } catch (error) {
    if (refusalBehind(error)) notFound();
    throw error;
  }
};

export const generateMetadata = async (props: Props): Promise<Metadata> => {
  const locale = await pageLocale(props.params);
  const theme = await load(props);
  return pageMetadata({
    title: inLocale(theme.title, locale),
    description: inLocale(theme.why, locale),
    path: `/${locale}/roadmap/${theme.key}`,
    alternates: sameInAll(`/roadmap/${theme.key}`),
  });
};

export default async function ThemePage(props: Props) {
  const locale = await pageLocale(props.params);
  const theme = await load(props);
  const notes = releaseNotes(locale).filter((note) => note.themes.includes(theme.key));
  return <ThemeSheet locale={locale} theme={theme} notes={notes} />;
}

const Steps = ({ theme, locale }: { theme: Theme; locale: Locale }) => {
  const t = useTranslations('roadmap');
  if (theme.steps.length === 0) return null;
  return (
    <section aria-labelledby="steps" className="mt-12">
      <h2 id="steps" className="text-2xl">
        {t('steps')}
      </h2>
      <div className="mt-4">
        <ThemeProgress progress={theme.progress} label={inLocale(theme.title, locale)} />
      </div>
      <ul className="mt-4 divide-y divide-line">
        {theme.steps.map((step) => (
          <li key={step.id} className="flex items-baseline gap-3 py-3">
            <Icon
              name={step.doneAt ? 'circle-check' : 'circle-dashed'}
              className={step.doneAt ? 'self-center text-positive' : 'self-center text-ink-faint'}
            />
            <span className="min-w-0 flex-1">{inLocale(step.title, locale)}</span>
            <span className="text-sm text-ink-soft">
              {step.doneAt ? (
                <>
                  {t('doneOn')} <ExactTime at={step.doneAt} />
                </>
              ) : (
                t('toDo')
              )}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
};

const Notes = ({ notes }: { notes: readonly ReleaseNoteEntry[] }) => {
  const t = useTranslations('roadmap');
  if (notes.length === 0) return null;
  return (
    <section aria-labelledby="notes" className="mt-12">
      <h2 id="notes" className="text-2xl">
        {t('notes')}
      </h2>
      <ul className="mt-3 divide-y divide-line">
        {notes.map((note) => (
          <li key={note.key} className="py-3">
            <a href={pathOf(note)} className="font-medium no-underline hover:underline">
              {note.title}
            </a>
            <p className="text-[0.9375rem] text-ink-soft">{note.summary}</p>
          </li>
        ))}
      </ul>
    </section>
  );
};

const Ideas = ({ theme, locale }: { theme: Theme; locale: Locale }) => {
  const t = useTranslations('roadmap');
  if (theme.ideas.length === 0) return null;
  return (
    <section aria-labelledby="ideas" className="mt-12">
      <h2 id="ideas" className="text-2xl">
        {t('ideas')}
      </h2>
      <p className="mt-1 text-ink-soft">{t('ideasHint')}</p>
      <ul className="mt-3 divide-y divide-line">
        {theme.ideas.map((idea) => (
          <li key={idea.number} className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3">
            <a
              href={`/${locale}/ideas/${idea.number}`}
              lang={idea.locale}
              className="min-w-0 flex-1 font-medium wrap-anywhere no-underline hover:underline"
            >
              {idea.title}
            </a>
            <IdeaStateBadge state={idea.state} />
          </li>
        ))}
      </ul>
    </section>
  );
};

const titleOfStep = z.object({ fr: z.string(), en: z.string().optional() }).catch({ fr: '' });

const useEventWords = (locale: Locale) => {
  const t = useTranslations('roadmap');
  return ({ kind, data }: Theme['history'][number]): string => {
    const to = THEME_STATES.find((state) => state === data.to);
    if (kind === 'moved' && to) return t('events.moved', { state: t(`state.${to}`) });
    return t(`events.${kind}`, { title: inLocale(titleOfStep.parse(data.title), locale) });
  };
};

const Changes = ({ theme, locale }: { theme: Theme; locale: Locale }) => {
  const t = useTranslations('roadmap');
  const words = useEventWords(locale);
  return (
    <section aria-labelledby="changes" className="mt-12">
      <h2 id="changes" className="mb-5 text-2xl">
        {t('changes')}
      </h2>
      <Timeline label={t('changes')}>
        {theme.history.map((event) => (
          <TimelineItem
            key={`${event.at.getTime()}-${words(event)}`}
            title={words(event)}
            when={<ExactTime at={event.at} />}
          />
        ))}
      </Timeline>
    </section>
  );
};

type ThemeSheetProps = { locale: Locale; theme: Theme; notes: readonly ReleaseNoteEntry[] };

const ThemeSheet = ({ locale, theme, notes }: ThemeSheetProps) => {
  const t = useTranslations('roadmap');
  const quarterName = useQuarter();
  const title = inLocale(theme.title, locale);
  const way = [{ href: `/${locale}/roadmap`, label: t('title') }];
  return (
    <ReadingPage locale={locale} section="roadmap" alternates={sameInAll(`/roadmap/${theme.key}`)}>
      <StructuredData data={breadcrumbData([...way, { href: `/${locale}/roadmap/${theme.key}`, label: title }])} />
      <article className="mx-auto max-w-reading">
        <PageHeader
          above={<Breadcrumb items={way} />}
          title={title}
          meta={
            <>
              <ThemeStateBadge state={theme.state} />
              <span>{inLocale(theme.area, locale)}</span>
              <span className="after-dot">
                {theme.quarter ? quarterName(theme.quarter) : t(`horizon.${theme.horizon}.title`)}
              </span>
            </>
          }
        />
        {theme.state === 'postponed' && theme.postponedReason ? (
          <p className="mt-6">
            <b>{t('postponedBecause')}</b> {inLocale(theme.postponedReason, locale)}
          </p>
        ) : null}
        <div className="prose mt-9">
          <h2>{t('why')}</h2>
          <p>{inLocale(theme.why, locale)}</p>
          <h2>{t('what')}</h2>
          {inLocale(theme.what, locale)
            .split(/\n{2,}/)
            .map((paragraph) => (
              <p key={paragraph}>{paragraph}</p>
            ))}
        </div>
        <Steps theme={theme} locale={locale} />
        <Ideas theme={theme} locale={locale} />
        <Notes notes={notes} />
        <Changes theme={theme} locale={locale} />
      </article>
    </ReadingPage>
  );
};
