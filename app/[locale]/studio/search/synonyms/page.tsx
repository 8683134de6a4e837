import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ReportFrame } from '@/app/_components/search/report-frame';
import { AddGroup, GroupRow, Removed } from '@/app/_components/search/synonym-forms';
import { Callout } from '@/app/_components/ui/callout';
import { EmptyState } from '@/app/_components/ui/empty-state';
import { Table, Th } from '@/app/_components/ui/table';
import { takeFlash } from '@/app/_forms/flash';
import { FormMessage } from '@/app/_forms/form-message';
import { type FormPageProps, pageInput, withQuery } from '@/app/_forms/page-input';
import { orNotFound, serverApi } from '@/app/_trpc/server';
import { isLocale } from '@/domain/people/locale';
import type { SynonymOrder } from '@/domain/search/synonyms';
import { addGroup, editGroup, removeGroup, restoreGroup } from './actions';

export const generateMetadata = async (props: FormPageProps): Promise<Metadata> => {
  const { locale } = await pageInput(props);
  const t = await getTranslations({ locale, namespace: 'searches.synonyms' });
  return { title: t('title') };
};

const DONE = ['added', 'edited', 'restored'] as const;

export default async function SynonymsPage(props: FormPageProps) {
  const { locale, query } = await pageInput(props);
  const here = `/${locale}/studio/search/synonyms`;
  const order: SynonymOrder = query.order === 'changed' ? 'changed' : 'words';
  const { groups } = await orNotFound((await serverApi()).search.synonyms({ order }), here);
  const flash = await takeFlash('synonyms');
  const edited = await Promise.all(groups.map(({ id }) => takeFlash(`synonyms-${id}`)));
  const now = new Date();
  const t = await getTranslations('searches.synonyms');
  const done = flash || edited.some(Boolean) ? undefined : query.done;
  const kind = DONE.find((one) => one === done);
  return (
    <ReportFrame locale={locale} page="synonyms">
      <FormMessage flash={flash ?? edited.find(Boolean) ?? null} />
      {kind ? (
        <Callout tone="positive" role="status">
          <p>{t(`done.${kind}`)}</p>
        </Callout>
      ) : null}
      {done === 'removed' && query.removed && isLocale(query.of) ? (
        <Removed locale={locale} language={query.of} words={query.removed} action={restoreGroup} />
      ) : null}
      <AddGroup
        locale={locale}
        flash={flash}
        words={query.words ?? ''}
        language={isLocale(query.language) ? query.language : locale}
        action={addGroup}
      />
      {groups.length === 0 ? (
        <EmptyState icon="tag" title={t('empty.title')}>
          <p>{t('empty.text')}</p>
        </EmptyState>
      ) : (
        <div className="grid gap-2">
          <p className="text-sm text-ink-soft">
            {t(`order.${order}`)}{' '}
            <a href={order === 'words' ? withQuery(here, { order: 'changed' }) : here} className="underline">
              {t(`order.${order === 'words' ? 'toChanged' : 'toWords'}`)}
            </a>
          </p>
          <Table label={t('groups')} stacks>
            <thead>
              <tr>
                <Th aria-sort={order === 'words' ? 'ascending' : undefined}>{t('group')}</Th>
                <Th>{t('language')}</Th>
                <Th aria-sort={order === 'changed' ? 'descending' : undefined}>{t('changed')}</Th>
                <Th>
                  <span className="sr-only">{t('actions')}</span>
                </Th>
              </tr>
            </thead>
            <tbody>
              {groups.map((group, index) => (
                <GroupRow
                  key={group.id}
                  locale={locale}
                  group={group}
                  now={now}
                  flash={edited[index] ?? null}
                  edit={editGroup}
                  remove={removeGroup}
                />
              ))}
            </tbody>
          </Table>
        </div>
      )}
    </ReportFrame>
  );
}
