import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { proposeIdea } from '@/app/_components/ideas/actions';
import { IdeaForm } from '@/app/_components/ideas/idea-form';
import { ForgetDraft } from '@/app/_components/tickets/forget-draft';
import { Breadcrumb } from '@/app/_components/ui/breadcrumb';
import { LinkButton } from '@/app/_components/ui/button';
import { Callout } from '@/app/_components/ui/callout';
import { PageHeader } from '@/app/_components/ui/page-header';
import { type FormPageProps, pageInput } from '@/app/_forms/page-input';
import { passOver } from '@/app/_trpc/refusal';
import { serverApi, signedInPerson } from '@/app/_trpc/server';

export const generateMetadata = async (props: FormPageProps): Promise<Metadata> => {
  const { locale } = await pageInput(props);
  const t = await getTranslations({ locale, namespace: 'ideas' });
  return { title: t('propose') };
};

/** Where somebody proposes an idea, and is told that it arrived. */
export default async function NewIdeaPage(props: FormPageProps) {
  const { locale, query } = await pageInput(props);
  const base = `/${locale}/ideas`;
  const person = await signedInPerson(`${base}/new`);
  const api = await serverApi(locale);
  const t = await getTranslations('ideas');
  const above = <Breadcrumb items={[{ href: base, label: t('title') }]} />;
  const sent = query.sent ? await api.ideas.show({ number: query.sent }).catch(passOver) : null;
  if (sent?.own) {
    return (
      <div className="mx-auto grid w-full max-w-form gap-8">
        <ForgetDraft />
        <PageHeader above={above} title={t('sent.title')} />
        <Callout
          tone="positive"
          role="status"
          title={t('numbered', { number: String(sent.number), title: sent.title })}
        >
          <p>{t('sent.text')}</p>
        </Callout>
        <div className="flex flex-wrap gap-3">
          <LinkButton href={`${base}/${sent.number}`} variant="primary">
            {t('sent.see')}
          </LinkButton>
          <LinkButton href={`${base}/new`}>{t('sent.another')}</LinkButton>
        </div>
      </div>
    );
  }
  const { organisations } = await api.tickets.colleagues({});
  return (
    <div className="mx-auto grid w-full max-w-form gap-8">
      <PageHeader above={above} title={t('propose')} lead={t('form.lead')} />
      <IdeaForm
        locale={locale}
        account={person.id}
        organisations={organisations.map(({ id, name }) => ({ id, name }))}
        idempotencyKey={randomUUID()}
        action={proposeIdea}
        initial={query.title ? { title: query.title.slice(0, 160) } : {}}
      />
    </div>
  );
}
