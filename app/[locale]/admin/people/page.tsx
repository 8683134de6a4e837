import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Callout } from '@/app/_components/ui/callout';
import { EmptyState } from '@/app/_components/ui/empty-state';
import { PageHeader } from '@/app/_components/ui/page-header';
import { PageTurner } from '@/app/_components/ui/page-turner';
import { Table, Th } from '@/app/_components/ui/table';
import { takeFlash } from '@/app/_forms/flash';
import { FormMessage } from '@/app/_forms/form-message';
import { type FormPageProps, pageInput } from '@/app/_forms/page-input';
import { currentPerson, orNotFound, serverApi } from '@/app/_trpc/server';
import { ROLES } from '@/domain/people/roles';
import { ACCOUNT_STATES } from '@/domain/people/states';
import { Colleagues } from './colleagues';
import { FilterForm } from './filter-form';
import { PersonRow, WIDE } from './person-row';

export const generateMetadata = async (props: FormPageProps): Promise<Metadata> => {
  const { locale } = await pageInput(props);
  const t = await getTranslations({ locale, namespace: 'people.list' });
  return { title: t('title') };
};

const DONE = ['role', 'deactivated', 'reactivated', 'invited', 'withdrawn'] as const;

export default async function PeoplePage(props: FormPageProps) {
  const { locale, query } = await pageInput(props);
  const here = `/${locale}/admin/people`;
  const role = ROLES.find((known) => known === query.role);
  const state = ACCOUNT_STATES.find((known) => known === query.state);
  const { after = '', before = '' } = query;
  const q = (query.q ?? '').slice(0, 200);
  const view = { locale, q, role: role ?? '', state: state ?? '', after, before };
  const api = await serverApi();
  const asked = { text: q, role, state, after, before };
  const [{ people, previous, next }, invited] = await Promise.all([
    orNotFound(api.people.list(asked), here),
    orNotFound(api.people.invitedColleagues({}), here),
  ]);
  const me = await currentPerson();
  const flash = await takeFlash('people');
  const inviting = await takeFlash('colleague');
  const done = flash || inviting ? undefined : DONE.find((kind) => kind === query.done);
  const t = await getTranslations('people.list');
  return (
    <div className="grid gap-6">
      <PageHeader scale="work" title={t('title')} lead={t('lead')} />
      <FormMessage flash={flash} />
      {done ? (
        <Callout tone="positive" role="status">
          {t(`done.${done}`)}
        </Callout>
      ) : null}
      <Colleagues invited={invited} locale={locale} flash={inviting} />
      <FilterForm view={view} />
      {people.length === 0 ? (
        <EmptyState icon="users" title={t('empty')} />
      ) : (
        <Table label={t('table')} stacks>
          <thead>
            <tr>
              <Th>{t('name')}</Th>
              <Th className={WIDE}>{t('role')}</Th>
              <Th className={WIDE}>{t('organisation')}</Th>
              <Th className={WIDE}>{t('state')}</Th>
              <Th className="hidden lg:table-cell">{t('since')}</Th>
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
      <PageTurner base={here} query={{ q, role: view.role, state: view.state }} previous={previous} next={next} />
    </div>
  );
}
