import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { DoneNotice } from '@/app/_components/organisations/done-notice';
import { Invitations } from '@/app/_components/organisations/invitations';
import { JoinOffer, JoinQueue } from '@/app/_components/organisations/joining';
import { People } from '@/app/_components/organisations/members';
import { Teams } from '@/app/_components/organisations/teams';
import { DetailsList } from '@/app/_components/ui/details-list';
import { EmptyState } from '@/app/_components/ui/empty-state';
import { PageHeader } from '@/app/_components/ui/page-header';
import { Section } from '@/app/_components/ui/section';
import { SubNav } from '@/app/_components/ui/subnav';
import { takeFlash } from '@/app/_forms/flash';
import { FormMessage } from '@/app/_forms/form-message';
import { type FormPageProps, pageInput, withQuery } from '@/app/_forms/page-input';
import { orNotFound, serverApi, signedInPerson } from '@/app/_trpc/server';

export const generateMetadata = async (props: FormPageProps): Promise<Metadata> => {
  const { locale } = await pageInput(props);
  const t = await getTranslations({ locale, namespace: 'organisations.page' });
  return { title: t('title') };
};

export default async function OwnOrganisationPage(props: FormPageProps) {
  const { locale, query } = await pageInput(props);
  const base = `/${locale}/account/organisation`;
  const person = await signedInPerson(base);
  const ids = person.memberships.map((membership) => membership.organisationId);
  const id = ids.find((one) => one === query.id) ?? ids[0];
  const t = await getTranslations('organisations');
  const api = await serverApi();
  const [offer, refused] = [await api.organisations.offers({}), await takeFlash('join')];
  const offered = offer ? <JoinOffer offer={offer} locale={locale} flash={refused} /> : null;
  if (!id) {
    return (
      <div className="grid gap-8">
        <PageHeader scale="work" title={t('page.title')} />
        <DoneNotice done={query.done} />
        {offered}
        <EmptyState icon="users" title={t('page.none')}>
          <p>{t('page.noneBody')}</p>
        </EmptyState>
      </div>
    );
  }
  const { organisations } = await api.tickets.colleagues({});
  const { q = '', after = '', before = '' } = query;
  const part = { text: q.slice(0, 200), after: after || undefined, before: before || undefined };
  const organisation = await orNotFound(api.organisations.show({ id, ...part }), base);
  const here = withQuery(base, { id: ids.length > 1 ? id : null });
  const asked = await api.organisations.asked({ organisationId: id });
  const joining = await takeFlash('joining');
  const [members, invite, team] = [await takeFlash('members'), await takeFlash('invite'), await takeFlash('team')];
  const degree = organisation.visibility;
  return (
    <div className="grid gap-10">
      <PageHeader scale="work" title={organisation.name} lead={t('page.lead')} />
      {organisations.length > 1 ? (
        <SubNav
          label={t('page.switch')}
          items={organisations.map((one) => ({
            href: withQuery(base, { id: one.id }),
            label: one.name,
            current: one.id === id,
          }))}
        />
      ) : null}
      <FormMessage flash={members} />
      {members || invite || team || joining || refused ? null : <DoneNotice done={query.done} />}
      {offered}
      {asked.length > 0 || joining ? (
        <Section id="asked" title={t('joining.queue.title')}>
          <JoinQueue asked={asked} locale={locale} here={here} flash={joining} />
        </Section>
      ) : null}
      <DetailsList
        rows={[
          {
            label: t('page.visibility'),
            value: `${t(`degrees.${degree}.label`)} – ${t(`degrees.${degree}.hint`)}`,
          },
          { label: t('page.access'), value: t(`access.${organisation.access}`) },
          { label: t('page.domains'), value: organisation.domains.join(', ') || t('page.noDomains') },
          ...(organisation.productVersion ? [{ label: t('page.version'), value: organisation.productVersion }] : []),
        ]}
      />
      <Section id="members" title={t('members.title')}>
        <People
          organisation={organisation}
          locale={locale}
          base={base}
          place={ids.length > 1 ? { id } : {}}
          text={part.text}
          here={withQuery(base, { id: ids.length > 1 ? id : null, q, after, before })}
          readerId={person.id}
        />
      </Section>
      {organisation.looksAfter ? (
        <Section id="invite" title={t('invite.title')} className="border-t border-line pt-10">
          <Invitations organisation={organisation} locale={locale} here={here} flash={invite} />
        </Section>
      ) : null}
      <Section id="teams" title={t('teams.title')} className="border-t border-line pt-10">
        <Teams organisation={organisation} locale={locale} here={here} flash={team} />
      </Section>
    </div>
  );
}
