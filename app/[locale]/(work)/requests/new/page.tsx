import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { getTranslations } from 'next-intl/server';
import { ArticleOrigin } from '@/app/_components/feedback/article-origin';
import { FollowedRequest } from '@/app/_components/tickets/followed-request';
import { type OfferedType, RequestForm } from '@/app/_components/tickets/request-form';
import { TypeChooser } from '@/app/_components/tickets/type-chooser';
import { PageHeader } from '@/app/_components/ui/page-header';
import { withQuery } from '@/app/_forms/page-input';
import { pageLocale } from '@/app/_i18n/page-locale';
import { readerOf } from '@/app/_site/reader';
import type { RouterOutputs } from '@/app/_trpc/outputs';
import { passOver } from '@/app/_trpc/refusal';
import { currentPerson, serverApi, signInPath } from '@/app/_trpc/server';
import type { Locale } from '@/domain/people/locale';
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

type Types = RouterOutputs['tickets']['types'];

const offered = (types: Types, locale: Locale): OfferedType[] =>
  types.map(({ key, name, situation, guidance, asksCriticality, becomesIdea, needsCompleteness, fields }) => ({
    key,
    asksCriticality,
    becomesIdea,
    needsCompleteness,
    name: inLocale(name, locale),
    situation: inLocale(situation, locale),
    guidance: inLocale(guidance, locale),
    fields: fields.map(({ label, help, why, options, ...field }) => ({
      ...field,
      label: inLocale(label, locale),
      help: help ? inLocale(help, locale) : '',
      why: why ? inLocale(why, locale) : '',
      options: options.map((option) => ({ value: option.key, label: inLocale(option.name, locale) })),
    })),
  }));

const portalsOf = (types: Types, locale: Locale) => {
  const portals = new Map(types.map(({ portal }) => [portal.key, portal]));
  return [...portals.values()].map((portal) => ({
    key: portal.key,
    name: inLocale(portal.name, locale),
    intro: inLocale(portal.intro, locale),
    types: offered(
      types.filter((type) => type.portal.key === portal.key),
      locale,
    ),
  }));
};

/** The request that a new one goes on from, if its reader may see it: what an address says is passed over otherwise. */
const earlierRequest = (api: Awaited<ReturnType<typeof serverApi>>, number: string) =>
  api.tickets.show({ number }).catch(passOver);

/** A request begins with its type, chosen from the table of what serves what; the form of that type comes after it. */
export default async function NewRequestPage(props: Props) {
  const locale = await pageLocale(props.params);
  const { page, subject, article, type, follows } = await props.searchParams;
  const origin = typeof article === 'string' ? articleByKey(locale, article, await readerOf(await headers())) : null;
  const form = `/${locale}/requests/new`;
  const given = {
    ...(typeof page === 'string' ? { page } : {}),
    ...(typeof subject === 'string' ? { subject } : {}),
  };
  const person = await currentPerson();
  const api = await serverApi();
  const types = await api.tickets.types({});
  const earlier = person && typeof follows === 'string' ? await earlierRequest(api, follows) : null;
  const chosen = types.find(({ key }) => key === type);
  const t = await getTranslations('tickets.open');
  const from = { article: origin?.key, ...(earlier ? { follows: String(earlier.number) } : {}) };
  const here = withQuery(form, { ...given, ...from, type: chosen?.key });
  const above = (
    <>
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
      {origin ? (
        <ArticleOrigin
          title={origin.title}
          path={pathOf(origin)}
          without={withQuery(form, { ...given, ...from, article: null, type: chosen?.key })}
        />
      ) : null}
      {earlier ? (
        <FollowedRequest
          number={earlier.number}
          subject={earlier.subject}
          path={`/${locale}/requests/${earlier.number}`}
          without={withQuery(form, { ...given, ...from, follows: null, type: chosen?.key })}
        />
      ) : null}
    </>
  );
  if (!chosen) {
    return (
      <div className="mx-auto grid w-full max-w-4xl gap-8">
        <PageHeader title={t('title')} lead={t('chooseLead')} />
        {above}
        <TypeChooser here={form} query={{ ...given, ...from }} portals={portalsOf(types, locale)} />
      </div>
    );
  }
  const [levels, around] = await Promise.all([api.tickets.levels({}), api.tickets.colleagues({})]);
  return (
    <div className="mx-auto grid w-full max-w-form gap-8">
      {above}
      <RequestForm
        locale={locale}
        types={offered(types, locale)}
        levels={levels.map((level) => ({
          key: level.key,
          fromSeverity: level.fromSeverity,
          name: inLocale(level.name, locale),
          definition: inLocale(level.definition, locale),
          examples: inLocale(level.examples, locale),
        }))}
        around={around}
        visitor={!person}
        account={person?.id ?? ''}
        idempotencyKey={randomUUID()}
        action={openRequest}
        initial={{
          typeKey: chosen.key,
          ...(origin ? { articleKey: origin.key } : {}),
          ...(earlier ? { follows: String(earlier.number), subject: earlier.subject } : {}),
          ...(given.page ? { pageUrl: given.page } : {}),
          ...(given.subject ? { subject: given.subject } : {}),
        }}
      />
    </div>
  );
}
