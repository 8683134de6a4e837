import { useTranslations } from 'next-intl';
import { sameInAll } from '@/app/_components/shell/alternates';
import { LinkButton } from '@/app/_components/ui/button';
import { EmptyState } from '@/app/_components/ui/empty-state';
import { Explained } from '@/app/_components/ui/explained';
import { PageHeader } from '@/app/_components/ui/page-header';
import { SubNav } from '@/app/_components/ui/subnav';
import { TextLink } from '@/app/_components/ui/text-link';
import { ReadingPage } from '@/app/_site/reading-page';
import { IDEA_VIEWS, type IdeaView } from '@/domain/ideas/states';
import type { Locale } from '@/domain/people/locale';
import { IdeaRow } from './idea-row';
import type { IdeaPage, ListedIdea } from './load-ideas';

/** The address of a view after the language. */
export const viewPath = (view: IdeaView): string => (view === 'popular' ? '/ideas' : `/ideas/by/${view}`);

type IdeasSheetProps = {
  locale: Locale;
  view: IdeaView;
  page: IdeaPage;
  /** What the reader proposed themselves; `null` on the page that is the same for everybody. */
  own: readonly ListedIdea[] | null;
};

const Own = ({ own, locale, here }: { own: readonly ListedIdea[]; locale: Locale; here: string }) => {
  const t = useTranslations('ideas');
  if (own.length === 0) return null;
  return (
    <section aria-labelledby="own-ideas" className="mt-10 rounded-lg border border-line bg-surface px-5 pt-5 sm:px-6">
      <h2 id="own-ideas" className="text-xl">
        {t('own')}
      </h2>
      <ul className="divide-y divide-line">
        {own.map((idea) => (
          <IdeaRow
            key={idea.number}
            id={`own-idea-${idea.number}`}
            heading="h3"
            idea={idea}
            locale={locale}
            here={here}
            anonymous={false}
          />
        ))}
      </ul>
    </section>
  );
};

const How = () => {
  const t = useTranslations('ideas.how');
  return <Explained title={t('title')} paragraphs={[t('reading'), t('states'), t('hearing')]} />;
};

/** The ideas of a view, with the way to propose one and how they are read. */
export const IdeasSheet = ({ locale, view, page, own }: IdeasSheetProps) => {
  const t = useTranslations('ideas');
  const anonymous = own === null;
  const here = `/${locale}${viewPath(view)}`;
  return (
    <ReadingPage locale={locale} section="ideas" alternates={sameInAll(viewPath(view))} more>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={
          <LinkButton href={`/${locale}/ideas/new`} variant="primary" icon="plus">
            {t('propose')}
          </LinkButton>
        }
      />
      {own && view === 'popular' ? <Own own={own} locale={locale} here={here} /> : null}
      <SubNav
        label={t('views.label')}
        className="mt-8"
        items={IDEA_VIEWS.map((one) => ({
          href: `/${locale}${viewPath(one)}`,
          label: t(`views.${one}`),
          current: one === view,
        }))}
      />
      {page.ideas.length === 0 ? (
        <EmptyState className="mt-8" icon="lightbulb" title={t(`empty.${view}`)}>
          {view === 'popular' ? <p>{t('empty.text')}</p> : null}
        </EmptyState>
      ) : (
        <ul aria-label={t(`views.${view}`)} className="mt-2 divide-y divide-line">
          {page.ideas.map((idea) => (
            <IdeaRow key={idea.number} idea={idea} locale={locale} here={here} anonymous={anonymous} />
          ))}
        </ul>
      )}
      <p className="mt-6">
        <TextLink
          href={`/${locale}/ideas/all?view=${view}${page.next ? `&after=${encodeURIComponent(page.next)}` : ''}`}
        >
          {t(page.next ? 'more' : 'search.open')}
        </TextLink>
      </p>
      <How />
    </ReadingPage>
  );
};
