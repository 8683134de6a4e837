import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { getTranslations } from 'next-intl/server';
import { ArticleOrigin } from '@/app/_components/feedback/article-origin';
import { RequestForm } from '@/app/_components/tickets/request-form';
import { PageHeader } from '@/app/_components/ui/page-header';
import { withQuery } from '@/app/_forms/page-input';
import { pageLocale } from '@/app/_i18n/page-locale';
import { readerOf } from '@/app/_site/reader';
import { currentPerson, serverApi, signInPath } from '@/app/_trpc/server';
import { inLocale } from '@/domain/people/localised';
import { articleByKey, pathOf } from '@/server/kernel/content';
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
  const { page, subject, article } = await props.searchParams;
  const origin = typeof article === 'string' ? articleByKey(locale, article, await readerOf(await headers())) : null;
  const here = withQuery(`/${locale}/requests/new`, { article: origin?.key });
  const person = await currentPerson();
  const api = await serverApi();
  const [types, levels, around] = await Promise.all([
    api.tickets.types({}),
    api.tickets.levels({}),
    api.tickets.colleagues({}),
  ]);
  const t = await getTranslations('tickets.open');
  return (
    <div className="mx-auto grid w-full max-w-form gap-8">
      <PageHeader title={t('title')} lead={t('lead')} />
      {person ? null : (
        <p className="text-ink-soft">
          {t.rich('visitorNote', {
            link: (words) => (
              <a href={signInPath(here)} className="underline">
                {words}
              </a>
            ),
          })}
        </p>
      )}
      {origin ? <ArticleOrigin title={origin.title} path={pathOf(origin)} without={`/${locale}/requests/new`} /> : null}
      <RequestForm
        locale={locale}
        types={types.map(({ key, name, guidance, asksCriticality }) => ({
          key,
          asksCriticality,
          name: inLocale(name, locale),
          guidance: inLocale(guidance, locale),
        }))}
        levels={levels.map((level) => ({
          key: level.key,
          fromSeverity: level.fromSeverity,
          name: inLocale(level.name, locale),
          definition: inLocale(level.definition, locale),
          examples: inLocale(level.examples, locale),
        }))}
        around={around}
        visitor={!person}
        idempotencyKey={randomUUID()}
        action={openRequest}
        initial={{
          ...(origin ? { articleKey: origin.key } : {}),
          ...(typeof page === 'string' ? { pageUrl: page } : {}),
          ...(typeof subject === 'string' ? { subject } : {}),
        }}
      />
    </div>
  );
}
