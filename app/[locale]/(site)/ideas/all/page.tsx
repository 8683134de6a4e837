import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { IdeaRow } from '@/app/_components/ideas/idea-row';
import { viewPath } from '@/app/_components/ideas/ideas-sheet';
import { sameInAll } from '@/app/_components/shell/alternates';
import { Breadcrumb } from '@/app/_components/ui/breadcrumb';
import { LinkButton } from '@/app/_components/ui/button';
import { EmptyState } from '@/app/_components/ui/empty-state';
import { Finder } from '@/app/_components/ui/finder';
import { PageHeader } from '@/app/_components/ui/page-header';
import { PageTurner } from '@/app/_components/ui/page-turner';
import { SubNav } from '@/app/_components/ui/subnav';
import { type FormPageProps, pageInput, withQuery } from '@/app/_forms/page-input';
import { ReadingPage } from '@/app/_site/reading-page';
import { currentPerson, serverApi } from '@/app/_trpc/server';
import { IDEA_VIEWS, isIdeaView } from '@/domain/ideas/states';

export const generateMetadata = async (props: FormPageProps): Promise<Metadata> => {
  const { locale } = await pageInput(props);
  const t = await getTranslations({ locale, namespace: 'ideas' });
  return { title: t('search.title'), robots: { index: false } };
};

/** All ideas of a view, page by page, and the way to look for one. */
export default async function AllIdeasPage(props: FormPageProps) {
  const { locale, query } = await pageInput(props);
  const view = isIdeaView(query.view) ? query.view : 'popular';
  const text = (query.q ?? '').trim().slice(0, 200);
  const part = { after: query.after ?? null, before: query.before ?? null };
  const { ideas } = await serverApi(locale);
  const page = await ideas.list({ view, ...(text ? { text } : {}), ...part });
  const anonymous = (await currentPerson()) === null;
  const t = await getTranslations('ideas');
  const base = `/${locale}/ideas/all`;
  const narrowed = { view, q: text };
  const here = withQuery(base, { ...narrowed, ...part });
  return (
    <ReadingPage locale={locale} section="ideas" alternates={sameInAll('/ideas/all')}>
      <PageHeader
        above={<Breadcrumb items={[{ href: `/${locale}/ideas`, label: t('title') }]} />}
        title={t('search.title')}
      />
      <div className="mt-8">
        <Finder label={t('search.label')} text={text} kept={{ view }} />
        <SubNav
          label={t('views.label')}
          className="mt-6"
          items={IDEA_VIEWS.map((one) => ({
            href: withQuery(base, { view: one, q: text }),
            label: t(`views.${one}`),
            current: one === view,
          }))}
        />
      </div>
      {page.ideas.length === 0 ? (
        <EmptyState
          className="mt-8"
          icon="search"
          title={t('search.none')}
          actions={<LinkButton href={`/${locale}${viewPath(view)}`}>{t('search.all')}</LinkButton>}
        >
          <p>{t('search.noneText')}</p>
        </EmptyState>
      ) : (
        <ul aria-label={t(`views.${view}`)} className="mt-4 divide-y divide-line">
          {page.ideas.map((idea) => (
            <IdeaRow key={idea.number} idea={idea} locale={locale} here={here} anonymous={anonymous} />
          ))}
        </ul>
      )}
      <div className="mt-6">
        <PageTurner base={base} query={narrowed} previous={page.previous} next={page.next} />
      </div>
    </ReadingPage>
  );
}
