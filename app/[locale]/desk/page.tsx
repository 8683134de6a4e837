import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { deskHref, isSameAddress } from '@/app/_components/desk/address';
import { BulkForm } from '@/app/_components/desk/bulk-form';
import { BulkNotice } from '@/app/_components/desk/bulk-notice';
import { DeskFilterForm } from '@/app/_components/desk/desk-filter';
import { DeskTable } from '@/app/_components/desk/desk-table';
import { DeskViews } from '@/app/_components/desk/desk-views';
import { DroppedView, RenameView, SaveView } from '@/app/_components/desk/save-view';
import { deskRow } from '@/app/_components/live/list-row';
import { LiveList } from '@/app/_components/live/live-list';
import { EmptyState } from '@/app/_components/ui/empty-state';
import { PageHeader } from '@/app/_components/ui/page-header';
import { PageTurner } from '@/app/_components/ui/page-turner';
import { TextLink } from '@/app/_components/ui/text-link';
import { takeFlash } from '@/app/_forms/flash';
import { type FormPageProps, pageInput } from '@/app/_forms/page-input';
import { passOver } from '@/app/_trpc/refusal';
import { grantedPerson, orNotFound, serverApi } from '@/app/_trpc/server';
import { granteeOf } from '@/domain/access/actor';
import { administers } from '@/domain/access/grants';
import { deskAddressOf, readDeskFilter } from '@/domain/tickets/desk-list';

export const generateMetadata = async (props: FormPageProps): Promise<Metadata> => {
  const { locale } = await pageInput(props);
  const t = await getTranslations({ locale, namespace: 'desk' });
  return { title: t('title') };
};

export default async function DeskPage(props: FormPageProps) {
  const { locale, query } = await pageInput(props);
  const here = `/${locale}/desk`;
  const person = await grantedPerson('tickets.queue', here);
  const api = await serverApi();
  const { after, before, undo, dropped, name, ...address } = query;
  const { text, incident, theme } = readDeskFilter(address);
  // Words are looked for in the index of the search; what it finds is narrowed and sorted like everything else.
  const found = text ? (await orNotFound(api.search.requests({ query: text }), here)).numbers : [];
  const [listed, views, teams, levels, types, tieable] = await Promise.all([
    orNotFound(api.tickets.queue({ address, found, after, before }), here),
    api.tickets.views({}),
    api.teams.list({}),
    api.tickets.levels({}),
    api.tickets.types({}),
    api.tickets.tieable({ named: { incident, theme } }),
  ]);
  // The token stands in the address: one that is none, or somebody else's, is passed over.
  const done = undo ? await api.tickets.undoable({ token: undo }).catch(passOver) : null;
  const t = await getTranslations('desk');
  const { filter, sort } = listed;
  const shown = deskAddressOf(filter, sort);
  const [flash, refused, undoing] = [await takeFlash('view'), await takeFlash('bulk'), await takeFlash('undo')];
  const [renaming, restoring] = [await takeFlash('rename-view'), await takeFlash('restore-view')];
  const isAdmin = administers(granteeOf(person));
  const kept = views.kept.find((view) => (view.own || isAdmin) && isSameAddress(view.address, shown));
  const chosen = new Set((refused?.values.selected ?? '').split(',').map(Number));
  const choices = { teams, levels, types, tieable };
  return (
    <div className="grid gap-5">
      <PageHeader scale="work" title={t('title')} />
      <div className="grid items-start gap-x-6 gap-y-5 lg:grid-cols-[11.5rem_minmax(0,1fr)]">
        <DeskViews views={views} locale={locale} base={here} here={shown} administers={isAdmin} />
        <div className="grid min-w-0 gap-5">
          <DeskFilterForm base={here} locale={locale} filter={filter} sort={sort} choices={choices} />
          {done && undo ? <BulkNotice done={done} token={undo} locale={locale} here={shown} flash={undoing} /> : null}
          {dropped && !flash ? (
            <DroppedView locale={locale} token={dropped} name={(name ?? '').slice(0, 60)} flash={restoring} />
          ) : null}
          <LiveList
            rows={listed.tickets.map(deskRow)}
            address={shown}
            after={after}
            before={before}
            quiet={Boolean(text || flash || renaming || restoring || refused || undoing)}
          />
          {listed.tickets.length > 0 ? (
            <div className="group/desk grid min-w-0 gap-4">
              <BulkForm locale={locale} here={shown} choices={choices} flash={refused} />
              <DeskTable tickets={listed.tickets} base={here} now={new Date()} chosen={chosen} />
            </div>
          ) : (
            <EmptyState icon="inbox" title={t('empty.title')}>
              <p>{t(Object.keys(shown).length > 0 ? 'empty.body' : 'empty.none')}</p>
            </EmptyState>
          )}
          {text && filter.status === 'open' ? (
            <p>
              <TextLink href={deskHref(here, { ...filter, status: 'all' }, sort)}>{t('empty.searchAll')}</TextLink>
            </p>
          ) : null}
          <PageTurner base={here} query={shown} previous={listed.previous} next={listed.next} />
          {kept ? <RenameView locale={locale} view={kept} flash={renaming} /> : null}
          {Object.keys(shown).length > 0 ? <SaveView locale={locale} here={shown} flash={flash} /> : null}
        </div>
      </div>
    </div>
  );
}
