import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Callout } from '@/app/_components/ui/callout';
import { EmptyState } from '@/app/_components/ui/empty-state';
import { Finder } from '@/app/_components/ui/finder';
import { PageHeader } from '@/app/_components/ui/page-header';
import { PageTurner } from '@/app/_components/ui/page-turner';
import { type Flash, takeFlash } from '@/app/_forms/flash';
import { FormMessage } from '@/app/_forms/form-message';
import { type FormPageProps, pageInput, withQuery } from '@/app/_forms/page-input';
import { grantedPerson, orNotFound, serverApi } from '@/app/_trpc/server';
import { TagRow } from './tag-row';

export const generateMetadata = async (props: FormPageProps): Promise<Metadata> => {
  const { locale } = await pageInput(props);
  const t = await getTranslations({ locale, namespace: 'admin.tags' });
  return { title: t('title') };
};

const DONE = ['renamed', 'merged', 'removed'] as const;

export default async function TagsPage(props: FormPageProps) {
  const { locale, query } = await pageInput(props);
  const here = `/${locale}/admin/tags`;
  await grantedPerson('tags.list', here);
  const { q = '', after, before } = query;
  const text = q.slice(0, 200);
  const { tags, previous, next } = await orNotFound((await serverApi()).tags.list({ text, after, before }), here);
  const t = await getTranslations('admin.tags');
  const [rename, merge, gone] = [
    await takeFlash('tag-rename'),
    await takeFlash('tag-merge'),
    await takeFlash('tag-remove'),
  ];
  const about = (flash: Flash | null, id: string) => (flash?.values.id === id ? flash : null);
  const wanted = rename?.values.id ?? merge?.values.id ?? query.change;
  const done = rename || merge || gone ? undefined : DONE.find((one) => one === query.done);
  return (
    <div className="grid max-w-4xl gap-8">
      <PageHeader scale="work" title={t('title')} lead={t('lead')} />
      <FormMessage flash={rename ?? merge ?? gone} />
      {done ? (
        <Callout tone="positive" role="status">
          {t(`done.${done}`, { name: query.name ?? '', into: query.into ?? '' })}
        </Callout>
      ) : null}
      {previous || next || text ? <Finder label={t('search')} text={text} /> : null}
      {tags.length > 0 ? (
        <ul aria-label={t('title')} className="divide-y divide-line border-y border-line">
          {tags.map((tag) => (
            <TagRow
              key={tag.id}
              tag={tag}
              change={withQuery(here, { q: text, after, before, change: tag.id })}
              locale={locale}
              open={tag.id === wanted}
              refused={{ rename: about(rename, tag.id), merge: about(merge, tag.id) }}
            />
          ))}
        </ul>
      ) : (
        <EmptyState icon="tag" title={t(text ? 'notFound' : 'empty')}>
          {text ? null : <p>{t('emptyText')}</p>}
        </EmptyState>
      )}
      <PageTurner base={here} query={{ q: text }} previous={previous} next={next} />
    </div>
  );
}
