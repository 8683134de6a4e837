import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { LinkButton } from '@/app/_components/ui/button';
import { Callout } from '@/app/_components/ui/callout';
import { EmptyState } from '@/app/_components/ui/empty-state';
import { PageHeader } from '@/app/_components/ui/page-header';
import { Table, Th } from '@/app/_components/ui/table';
import { takeFlash } from '@/app/_forms/flash';
import { FormMessage } from '@/app/_forms/form-message';
import { type FormPageProps, pageInput, withQuery } from '@/app/_forms/page-input';
import { currentPerson, orNotFound, serverApi } from '@/app/_trpc/server';
import { ROLES } from '@/domain/people/roles';
import { FilterForm } from './filter-form';
import { PersonRow, WIDE } from './person-row';

export const generateMetadata = async (props: FormPageProps): Promise<Metadata> => {
  const { locale } = await pageInput(props);
  const t = await getTranslations({ locale, namespace: 'people.list' });
  return { title: t('title') };
};

const DONE = ['role', 'deactivated', 'reactivated'] as const;

export default async function PeoplePage(props: FormPageProps) {
  const { locale, query } = await pageInput(props);
  const here = `/${locale}/admin/people`;
  const role = ROLES.find((known) => known === query.role);
  const view = { locale, q: query.q ?? '', role: role ?? '', page: query.page ?? '' };
  const api = await serverApi();
  const input = { text: view.q, ...(role ? { role } : {}), page: Number(view.page) || 1 };
  const { people, page, more } = await orNotFound(api.people.list(input), here);
  const me = await currentPerson();
  const flash = await takeFlash('people');
  const done = flash ? undefined : DONE.find((kind) => kind === query.done);
  const t = await getTranslations('people.list');
  const pageAt = (number: number): string => withQuery(here, { q: view.q, role: view.role, page: String(number) });
  return (
    <div className="grid gap-6">
      <PageHeader scale="work" title={t('title')} lead={t('lead')} />
      <FormMessage flash={flash} />
      {done ? (
        <Callout tone="positive" role="status">
          {t(`done.${done}`)}
        </Callout>
      ) : null}
      <FilterForm view={view} />
      {people.length === 0 ? (
        <EmptyState icon="users" title={t('empty')} />
      ) : (
        <Table label={t('table')}>
          <thead>
            <tr>
              <Th>{t('name')}</Th>
              <Th className={WIDE}>{t('role')}</Th>
              <Th className={WIDE}>{t('state')}</Th>
              <Th className="hidden md:table-cell">{t('since')}</Th>
              <Th>{t('actions')}</Th>
            </tr>
          </thead>
          <tbody>
            {people.map((person) => (
              <PersonRow key={person.id} person={person} view={view} own={person.id === me?.id} />
            ))}
          </tbody>
        </Table>
      )}
      <nav className="flex gap-3">
        {page > 1 ? (
          <LinkButton href={pageAt(page - 1)} rel="prev" size="sm">
            {t('previous')}
          </LinkButton>
        ) : null}
        {more ? (
          <LinkButton href={pageAt(page + 1)} rel="next" size="sm">
            {t('next')}
          </LinkButton>
        ) : null}
      </nav>
    </div>
  );
}
