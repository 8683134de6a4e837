import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { RequestForm } from '@/app/_components/tickets/request-form';
import { PageHeader } from '@/app/_components/ui/page-header';
import { pageLocale } from '@/app/_i18n/page-locale';
import { currentPerson, serverApi, signInPath } from '@/app/_trpc/server';
import { inLocale } from '@/domain/people/localised';
import { openRequest } from '../actions';

type Props = {
  params: Promise<{ locale: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const generateMetadata = async (props: Props): Promise<Metadata> => {
  const t = await getTranslations({ locale: await pageLocale(props.params), namespace: 'tickets' });
  return { title: t('new') };
};

export default async function NewRequestPage(props: Props) {
  const locale = await pageLocale(props.params);
  const { page, subject } = await props.searchParams;
  const person = await currentPerson();
  const types = await (await serverApi()).tickets.types({});
  const t = await getTranslations('tickets.open');
  return (
    <div className="mx-auto grid w-full max-w-form gap-8">
      <PageHeader title={t('title')} lead={t('lead')} />
      {person ? null : (
        <p className="text-ink-soft">
          {t.rich('visitorNote', {
            link: (words) => (
              <a href={signInPath(`/${locale}/requests/new`)} className="underline">
                {words}
              </a>
            ),
          })}
        </p>
      )}
      <RequestForm
        locale={locale}
        types={types.map(({ key, name, guidance }) => ({
          key,
          name: inLocale(name, locale),
          guidance: inLocale(guidance, locale),
        }))}
        visitor={!person}
        idempotencyKey={randomUUID()}
        action={openRequest}
        initial={{
          ...(typeof page === 'string' ? { pageUrl: page } : {}),
          ...(typeof subject === 'string' ? { subject } : {}),
        }}
      />
    </div>
  );
}
