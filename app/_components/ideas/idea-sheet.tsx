import { useTranslations } from 'next-intl';
import { PageTags } from '@/app/_cache/page-tags';
import { sameInAll } from '@/app/_components/shell/alternates';
import { Breadcrumb } from '@/app/_components/ui/breadcrumb';
import { Callout } from '@/app/_components/ui/callout';
import { Icon } from '@/app/_components/ui/icon';
import { PageHeader } from '@/app/_components/ui/page-header';
import { TextLink } from '@/app/_components/ui/text-link';
import { ExactTime } from '@/app/_components/ui/time';
import { Timeline, TimelineItem } from '@/app/_components/ui/timeline';
import type { Flash } from '@/app/_forms/flash';
import { FormMessage } from '@/app/_forms/form-message';
import { ReadingPage } from '@/app/_site/reading-page';
import { breadcrumbData, StructuredData } from '@/app/_site/structured-data';
import type { Locale } from '@/domain/people/locale';
import { inLocale } from '@/domain/people/localised';
import { IdeaStateBadge } from './idea-state';
import { type Idea, ideaTags } from './load-ideas';
import { Support } from './support';

type IdeaSheetProps = {
  locale: Locale;
  idea: Idea;
  /** Drawn for everybody, and kept. */
  anonymous: boolean;
  flash?: Flash | null;
};

/** What somebody wrote, paragraph by paragraph, as text. */
export const Written = ({ text }: { text: string }) =>
  text
    .split(/\n{2,}/)
    .filter((paragraph) => paragraph.trim() !== '')
    .map((paragraph) => (
      <p key={paragraph} className="whitespace-pre-line wrap-anywhere">
        {paragraph}
      </p>
    ));

const Said = ({ idea }: { idea: Idea }) => {
  const t = useTranslations('ideas');
  const parts = [
    { key: 'need', text: idea.need },
    { key: 'why', text: idea.why },
    { key: 'situation', text: idea.situation },
  ] as const;
  return (
    <div className="prose mt-9">
      {parts
        .filter(({ text }) => text)
        .map(({ key, text }) => (
          <section key={key} aria-labelledby={`part-${key}`}>
            <h2 id={`part-${key}`}>{t(`parts.${key}`)}</h2>
            <div lang={idea.locale}>
              <Written text={text} />
            </div>
          </section>
        ))}
      {idea.rhythm ? (
        <p>
          <b>{t('parts.rhythm')}</b> {t(`rhythm.${idea.rhythm}`)}
        </p>
      ) : null}
    </div>
  );
};

const Standing = ({ idea, locale, anonymous }: Omit<IdeaSheetProps, 'flash'>) => {
  const t = useTranslations('ideas');
  const here = `/${locale}/ideas/${idea.number}`;
  return (
    <div
      id={`idea-${idea.number}`}
      className="mt-8 flex flex-wrap items-center gap-x-6 gap-y-4 rounded-lg border border-line bg-surface p-5"
    >
      <p className="flex items-baseline gap-2">
        <span className="tabular text-3xl font-semibold">{idea.votes}</span>
        <span className="text-ink-soft">{t('supporters', { count: idea.votes })}</span>
      </p>
      <div className="ms-auto flex flex-wrap items-center gap-3">
        {idea.supported ? (
          <p className="inline-flex items-center gap-1.5 font-medium text-positive">
            <Icon name="check" size={17} />
            {t('support.given')}
          </p>
        ) : null}
        <Support locale={locale} idea={idea} here={here} anonymous={anonymous} />
      </div>
    </div>
  );
};

const Became = ({ idea }: { idea: Idea }) => {
  const t = useTranslations('ideas');
  const told = [...idea.history].reverse().filter(({ kind }) => kind === 'proposed' || kind === 'moved');
  return (
    <section aria-labelledby="became" className="mt-12">
      <h2 id="became" className="mb-5 text-2xl">
        {t('became')}
      </h2>
      <Timeline label={t('became')}>
        {told.map((event) => (
          <TimelineItem
            key={event.id}
            title={event.to ? t(`moved.${event.to}`) : t('proposed')}
            when={<ExactTime at={event.at} />}
          />
        ))}
      </Timeline>
    </section>
  );
};

const Notices = ({ idea, locale }: { idea: Idea; locale: Locale }) => {
  const t = useTranslations('ideas');
  return (
    <>
      {idea.publishedAt ? null : (
        <Callout
          tone="info"
          className="mt-8"
          title={t(idea.state === 'declined' ? 'private.declined' : 'private.title')}
        >
          <p>{t('private.text')}</p>
        </Callout>
      )}
      {idea.mergedInto ? (
        <Callout tone="info" className="mt-8" title={t('merged.title')}>
          <p>
            {t('merged.text')}{' '}
            <TextLink href={`/${locale}/ideas/${idea.mergedInto.number}`}>
              {t('numbered', { number: String(idea.mergedInto.number), title: idea.mergedInto.title })}
            </TextLink>
          </p>
        </Callout>
      ) : null}
      {idea.reason ? (
        <p className="mt-6">
          <b>{t('because')}</b> {inLocale(idea.reason, locale)}
        </p>
      ) : null}
      {idea.theme ? (
        <p className="mt-6">
          {t('inTheme')}{' '}
          <TextLink href={`/${locale}/roadmap/${idea.theme.key}`}>{inLocale(idea.theme.title, locale)}</TextLink>
        </p>
      ) : null}
    </>
  );
};

/** One idea: what it says, who stands behind it, and what became of it. */
export const IdeaSheet = ({ locale, idea, anonymous, flash = null }: IdeaSheetProps) => {
  const t = useTranslations('ideas');
  const way = [{ href: `/${locale}/ideas`, label: t('title') }];
  const here = `/${locale}/ideas/${idea.number}`;
  return (
    <ReadingPage locale={locale} section="ideas" alternates={sameInAll(`/ideas/${idea.number}`)} more>
      {anonymous ? <PageTags tags={ideaTags(String(idea.number))} /> : null}
      {anonymous ? <StructuredData data={breadcrumbData([...way, { href: here, label: idea.title }])} /> : null}
      <article className="mx-auto max-w-reading">
        <PageHeader
          above={<Breadcrumb items={way} />}
          title={<span lang={idea.locale}>{idea.title}</span>}
          meta={
            <>
              <IdeaStateBadge state={idea.state} />
              <span>{t('number', { number: String(idea.number) })}</span>
              <span className="after-dot">
                {t(idea.own ? 'proposedByYou' : 'proposedOn')} <ExactTime at={idea.createdAt} />
              </span>
            </>
          }
        />
        <FormMessage flash={flash} />
        <Notices idea={idea} locale={locale} />
        {idea.mergedInto ? null : <Standing idea={idea} locale={locale} anonymous={anonymous} />}
        <Said idea={idea} />
        <Became idea={idea} />
      </article>
    </ReadingPage>
  );
};
