import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { archiveOrganisation, attachAccount } from '@/app/_components/organisations/actions';
import { DoneNotice } from '@/app/_components/organisations/done-notice';
import { Invitations } from '@/app/_components/organisations/invitations';
import { JoinQueue } from '@/app/_components/organisations/joining';
import { People } from '@/app/_components/organisations/members';
import { OrganisationForm } from '@/app/_components/organisations/organisation-form';
import { Teams } from '@/app/_components/organisations/teams';
import { BackLink } from '@/app/_components/ui/back-link';
import { Button } from '@/app/_components/ui/button';
import { PageHeader } from '@/app/_components/ui/page-header';
import { Section } from '@/app/_components/ui/section';
import { takeFlash } from '@/app/_forms/flash';
import { FormMessage } from '@/app/_forms/form-message';
import { HiddenFields } from '@/app/_forms/hidden-fields';
import { type FormPageProps, pageInput, withQuery } from '@/app/_forms/page-input';
import { TextField } from '@/app/_forms/text-field';
import { grantedPerson, orNotFound, serverApi } from '@/app/_trpc/server';

type Props = FormPageProps & { params: Promise<{ locale: string; id: string }> };

export const generateMetadata = async (props: Props): Promise<Metadata> => {
  const { locale } = await pageInput(props);
  const t = await getTranslations({ locale, namespace: 'organisations.admin' });
  return { title: t('title') };
};

const RULED = 'border-t border-line pt-8';

export default async function OrganisationPage(props: Props) {
  const { locale, query } = await pageInput(props);
  const { id } = await props.params;
  if (!z.uuid().safeParse(id).success) notFound();
  const here = `/${locale}/admin/organisations/${id}`;
  const person = await grantedPerson('organisations.edit', here);
  const api = await serverApi();
  const { q = '', after = '', before = '' } = query;
  const part = { text: q.slice(0, 200), after: after || undefined, before: before || undefined };
  const organisation = await orNotFound(api.organisations.show({ id, ...part }), here);
  const asked = await api.organisations.asked({ organisationId: id });
  const joining = await takeFlash('joining');
  const [members, facts, attach] = [
    await takeFlash('members'),
    await takeFlash('organisation'),
    await takeFlash('attach'),
  ];
  const [invite, team] = [await takeFlash('invite'), await takeFlash('team')];
  const t = await getTranslations('organisations');
  const archived = organisation.archivedAt !== null;
  return (
    <div className="grid gap-8">
      <PageHeader
        scale="work"
        above={<BackLink href={`/${locale}/admin/organisations`}>{t('admin.back')}</BackLink>}
        title={organisation.name}
      />
      <FormMessage flash={members} />
      {members || facts || attach || invite || team || joining ? null : <DoneNotice done={query.done} />}
      {asked.length > 0 || joining ? (
        <Section id="asked" title={t('joining.queue.title')}>
          <JoinQueue asked={asked} locale={locale} here={here} flash={joining} />
        </Section>
      ) : null}
      <Section id="members" title={t('members.title')}>
        <People
          organisation={organisation}
          locale={locale}
          base={here}
          text={part.text}
          here={withQuery(here, { q, after, before })}
          readerId={person.id}
        />
      </Section>
      {archived ? null : (
        <div className={`grid items-start gap-10 lg:grid-cols-2 ${RULED}`}>
          <Section id="attach" title={t('admin.attach')}>
            <form action={attachAccount} noValidate className="grid max-w-form gap-5">
              <HiddenFields locale={locale} next={here} />
              <input type="hidden" name="organisationId" value={id} />
              <FormMessage flash={attach} />
              <TextField flash={attach} name="email" label={t('invite.email')} type="email" autoComplete="off" />
              <Button type="submit" icon="link" className="justify-self-start">
                {t('admin.attachSubmit')}
              </Button>
            </form>
          </Section>
          <Section id="invite" title={t('invite.title')}>
            <Invitations organisation={organisation} locale={locale} here={here} flash={invite} />
          </Section>
        </div>
      )}
      <Section id="teams" title={t('teams.title')} className={RULED}>
        <Teams organisation={organisation} locale={locale} here={here} flash={team} />
      </Section>
      <Section id="facts" title={t('admin.facts')} className={RULED}>
        <OrganisationForm locale={locale} flash={facts} organisation={organisation} />
      </Section>
      <form action={archiveOrganisation} className={`grid gap-3 ${RULED}`}>
        <HiddenFields locale={locale} next={here} />
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="archived" value={archived ? '' : '1'} />
        {archived ? null : <p className="text-sm text-ink-soft">{t('admin.archiveHint')}</p>}
        <Button type="submit" icon="archive" className="justify-self-start">
          {t(archived ? 'admin.restore' : 'admin.archive')}
        </Button>
      </form>
    </div>
  );
}
