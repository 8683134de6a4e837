import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { listRow } from '@/app/_components/live/list-row';
import { type AskedList, LiveRequests } from '@/app/_components/live/live-requests';
import { JoinNotice } from '@/app/_components/organisations/join-notice';
import { RequestFilter, type RequestView } from '@/app/_components/tickets/request-filter';
import { RequestTable } from '@/app/_components/tickets/request-table';
import { LinkButton } from '@/app/_components/ui/button';
import { Callout } from '@/app/_components/ui/callout';
import { EmptyState } from '@/app/_components/ui/empty-state';
import { PageHeader } from '@/app/_components/ui/page-header';
import { PageTurner } from '@/app/_components/ui/page-turner';
import { SubNav } from '@/app/_components/ui/subnav';
import { withQuery } from '@/app/_forms/page-input';
import { pageLocale } from '@/app/_i18n/page-locale';
import { orNotFound, serverApi, signedInPerson } from '@/app/_trpc/server';
import { managesOwn } from '@/domain/access/organisations';
import { reachOf } from '@/domain/organisations/degrees';
import { inLocale } from '@/domain/people/localised';
import { LIST_SCOPES, LIST_SORTS, type ListScope, MOST_COUNTED } from '@/domain/tickets/list';
import { CUSTOMER_STATES } from '@/domain/tickets/status';

type Props = {
  params: Promise<{ locale: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

// Addresses are typed and shared by people: what makes no sense in one is passed over, not refused.
const wanted = z.object({
  scope: z.enum(LIST_SCOPES).catch('own'),
  q: z.string().max(200).catch(''),
  state: z.enum(CUSTOMER_STATES).optional().catch(undefined),
  type: z.string().max(60).catch(''),
  person: z.uuid().or(z.literal('')).catch(''),
  who: z.string().max(200).catch(''),
  sort: z.enum(LIST_SORTS).catch('activity'),
  after: z.string().max(40).catch(''),
  before: z.string().max(40).catch(''),
  left: z.coerce.number().int().positive().optional().catch(undefined),
});

export const generateMetadata = async (props: Props): Promise<Metadata> => {
  const t = await getTranslations({ locale: await pageLocale(props.params), namespace: 'tickets' });
  return { title: t('title') };
};

const queryOf = ({ scope, sort, ...rest }: RequestView) => ({
  scope: scope === 'own' ? '' : scope,
  ...rest,
  sort: sort === 'activity' ? '' : sort,
});

const addressOf = (base: string, view: RequestView): string => withQuery(base, queryOf(view));

const Nothing = async ({ view, clear, base }: { view: RequestView; clear: string | null; base: string }) => {
  const t = await getTranslations('tickets');
  if (clear) {
    return (
      <EmptyState
        icon="search"
        title={t('list.empty.narrowed')}
        actions={<LinkButton href={clear}>{t('list.clear')}</LinkButton>}
      >
        <p>{t('list.empty.narrowedBody')}</p>
      </EmptyState>
    );
  }
  const own = view.scope === 'own';
  return (
    <EmptyState
      icon={own ? 'inbox' : 'users'}
      title={own ? t('empty.title') : t(`list.empty.${view.scope}`)}
      actions={
        own ? (
          <LinkButton href={`${base}/new`} icon="plus">
            {t('new')}
          </LinkButton>
        ) : null
      }
    >
      <p>{own ? t('empty.body') : t(`list.empty.${view.scope}Body`)}</p>
    </EmptyState>
  );
};

type Asked = { [Part in keyof AskedList]: AskedList[Part] | undefined } & Pick<AskedList, 'scope' | 'sort'>;

/** Without what is not asked for. */
const given = ({ scope, sort, state, type, person, who, text, after, before }: Asked): AskedList => ({
  scope,
  sort,
  ...(state ? { state } : {}),
  ...(type ? { type } : {}),
  ...(person ? { person } : {}),
  ...(who ? { who } : {}),
  ...(text ? { text } : {}),
  ...(after ? { after } : {}),
  ...(before ? { before } : {}),
});

export default async function RequestsPage(props: Props) {
  const locale = await pageLocale(props.params);
  const here = `/${locale}/requests`;
  const person = await signedInPerson(here);
  const { after, before, left, ...view } = wanted.parse(await props.searchParams);
  const t = await getTranslations('tickets');
  const api = await serverApi();
  const narrowed = {
    type: view.type || undefined,
    person: view.person || undefined,
    who: view.who || undefined,
    text: view.q || undefined,
  };
  const asked = { scope: view.scope, state: view.state, sort: view.sort, ...narrowed, after, before };
  const [found, types, waiting] = await Promise.all([
    orNotFound(api.tickets.list(asked), here),
    api.tickets.types({}),
    managesOwn(person) ? api.organisations.countAsked({}) : [],
  ]);
  const sees = person.memberships.some((membership) => reachOf(membership) !== 'own');
  const scopes = LIST_SCOPES.filter((scope) => scope !== 'organisation' || sees || view.scope === scope);
  const plain: RequestView = {
    scope: view.scope,
    q: '',
    state: undefined,
    type: '',
    person: '',
    who: '',
    sort: view.sort,
  };
  const isNarrowed = Boolean(view.q || view.state || view.type || view.person || view.who);
  const clear = isNarrowed ? addressOf(here, plain) : null;
  const countOf = (scope: ListScope): string =>
    found.counts[scope] < MOST_COUNTED ? String(found.counts[scope]) : t('list.many', { count: MOST_COUNTED });
  return (
    <div className="grid gap-8">
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={
          <LinkButton href={`${here}/new`} variant="primary" icon="plus">
            {t('new')}
          </LinkButton>
        }
      />
      <JoinNotice waiting={waiting} locale={locale} />
      {left ? (
        <Callout tone="positive" role="status">
          {t('copy.left', { number: String(left) })}
        </Callout>
      ) : null}
      <SubNav
        label={t('scope.label')}
        items={scopes.map((scope) => ({
          href: addressOf(here, { ...plain, scope }),
          label: t(`scope.${scope}`),
          count: countOf(scope),
          current: view.scope === scope,
        }))}
      />
      {found.counts[view.scope] > 0 || isNarrowed ? (
        <RequestFilter
          view={view}
          types={[
            ...types.map((type) => ({ value: type.key, label: inLocale(type.name, locale) })),
            ...found.retiredTypes.map((type) => ({
              value: type.key,
              label: t('list.retiredType', { type: inLocale(type.name, locale) }),
            })),
          ]}
          choice={found.choice}
          clear={clear}
        />
      ) : null}
      <div className="grid grid-cols-[minmax(0,1fr)]">
        <LiveRequests asked={given(asked)} rows={found.tickets.map(listRow)} />
        {found.tickets.length > 0 ? (
          <div className="grid gap-5">
            <RequestTable
              label={t(`scope.${view.scope}`)}
              tickets={found.tickets}
              base={here}
              showRequester={view.scope !== 'own'}
              readerId={person.id}
            />
            <PageTurner base={here} query={queryOf(view)} previous={found.previous} next={found.next} />
          </div>
        ) : (
          <Nothing view={view} clear={clear} base={here} />
        )}
      </div>
    </div>
  );
}
