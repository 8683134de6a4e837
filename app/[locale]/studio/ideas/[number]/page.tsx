import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { IdeaStateBadge } from '@/app/_components/ideas/idea-state';
import type { Idea } from '@/app/_components/ideas/load-ideas';
import { EditIdea, MergeIdea, MoveIdea } from '@/app/_components/ideas/studio-forms';
import { StatusBadge } from '@/app/_components/tickets/status-badge';
import { BackLink } from '@/app/_components/ui/back-link';
import { LinkButton } from '@/app/_components/ui/button';
import { Callout } from '@/app/_components/ui/callout';
import { DetailsList } from '@/app/_components/ui/details-list';
import { PageHeader } from '@/app/_components/ui/page-header';
import { TextLink } from '@/app/_components/ui/text-link';
import { ExactTime } from '@/app/_components/ui/time';
import { Timeline, TimelineItem } from '@/app/_components/ui/timeline';
import { pageLocale } from '@/app/_i18n/page-locale';
import { grantedPerson, orNotFound, serverApi } from '@/app/_trpc/server';
import { granteeOf } from '@/domain/access/actor';
import { worksOnTickets } from '@/domain/access/grants';
import type { Locale } from '@/domain/people/locale';
import { inLocale } from '@/domain/people/localised';

type Props = { params: Promise<{ locale: string; number: string }> };

export const generateMetadata = async (props: Props): Promise<Metadata> => {
  const { number } = await props.params;
  const t = await getTranslations({ locale: await pageLocale(props.params), namespace: 'studio.ideas' });
  return { title: t('numbered', { number }) };
};

const Requests = async ({ idea, locale, onDesk }: { idea: Idea; locale: Locale; onDesk: boolean }) => {
  const t = await getTranslations('studio.ideas');
  if (idea.requests.length === 0) return null;
  return (
    <section aria-labelledby="behind" className="grid gap-2">
      <h2 id="behind" className="text-base font-semibold">
        {t('requests')}
      </h2>
      <ul aria-labelledby="behind" className="divide-y divide-line text-sm">
        {idea.requests.map((request) => (
          <li key={request.number} className="grid justify-items-start gap-1 py-2.5">
            <a href={`/${locale}/${onDesk ? 'desk' : 'requests'}/${request.number}`} className="wrap-anywhere">
              #{request.number} · {request.subject}
            </a>
            {request.organisation ? <span className="text-ink-soft">{request.organisation}</span> : null}
            <StatusBadge status={request.status} reader="desk" />
          </li>
        ))}
      </ul>
    </section>
  );
};

const Became = async ({ idea }: { idea: Idea }) => {
  const t = await getTranslations('studio.ideas');
  const tIdeas = await getTranslations('ideas');
  const words = (event: Idea['history'][number]): string => {
    if (event.to) return tIdeas(`moved.${event.to}`);
    if (event.kind === 'proposed' || event.kind === 'moved') return tIdeas('proposed');
    return t(`events.${event.kind}`, { other: String(event.other ?? event.ticket ?? '') });
  };
  return (
    <section className="grid gap-4">
      <h2 className="text-base font-semibold">{tIdeas('became')}</h2>
      <Timeline label={tIdeas('became')}>
        {[...idea.history].reverse().map((event) => (
          <TimelineItem key={event.id} title={words(event)} when={<ExactTime at={event.at} hour />}>
            {event.actor ? <p className="text-sm">{t('by', { name: event.actor })}</p> : null}
          </TimelineItem>
        ))}
      </Timeline>
    </section>
  );
};

/** One idea as the product team reads, words and decides it. */
export default async function StudioIdeaPage(props: Props) {
  const locale = await pageLocale(props.params);
  const { number } = await props.params;
  const base = `/${locale}/studio/ideas`;
  const here = `${base}/${number}`;
  const person = await grantedPerson('ideas.queue', here);
  const api = await serverApi();
  const [idea, { themes }] = await Promise.all([orNotFound(api.ideas.show({ number }), here), api.roadmap.list({})]);
  const t = await getTranslations('studio.ideas');
  return (
    <div className="grid gap-6">
      <PageHeader
        scale="work"
        above={<BackLink href={base}>{t('back')}</BackLink>}
        title={
          <>
            {t('numbered', { number: String(idea.number) })} · <span lang={idea.locale}>{idea.title}</span>
          </>
        }
        meta={<IdeaStateBadge state={idea.state} />}
        actions={
          <LinkButton href={`/${locale}/ideas/${idea.number}`} icon="eye">
            {t(idea.publishedAt ? 'public' : 'preview')}
          </LinkButton>
        }
      />
      {idea.mergedInto ? (
        <Callout tone="info" title={t('merged')}>
          <p>
            <TextLink href={`${base}/${idea.mergedInto.number}`}>
              {t('numbered', { number: String(idea.mergedInto.number) })} {idea.mergedInto.title}
            </TextLink>
          </p>
        </Callout>
      ) : null}
      {idea.publishedAt ? null : (
        <Callout tone="info" title={t('unread')}>
          <p>{t('unreadText')}</p>
        </Callout>
      )}
      <div className="grid items-start gap-10 xl:grid-cols-[minmax(0,1fr)_20rem]">
        <section aria-labelledby="words" className="grid gap-4">
          <h2 id="words" className="text-lg">
            {t('edit.title')}
          </h2>
          <EditIdea idea={idea} locale={locale} />
        </section>
        <aside aria-label={t('side')} className="grid gap-8">
          <DetailsList
            rows={[
              { label: t('author'), value: idea.author ?? t('gone') },
              ...(idea.organisation ? [{ label: t('organisation'), value: idea.organisation }] : []),
              ...(idea.backing ? [{ label: t('backing'), value: t('backingWords', idea.backing) }] : []),
              { label: t('columns.created'), value: <ExactTime at={idea.createdAt} hour /> },
              ...(idea.theme
                ? [
                    {
                      label: t('move.theme'),
                      value: (
                        <a href={`/${locale}/studio/roadmap/${idea.theme.key}`}>{inLocale(idea.theme.title, locale)}</a>
                      ),
                    },
                  ]
                : []),
            ]}
          />
          {idea.next.length > 0 ? (
            <section aria-labelledby="move" className="grid gap-4">
              <h2 id="move" className="text-base font-semibold">
                {t('move.title')}
              </h2>
              <MoveIdea
                idea={idea}
                locale={locale}
                themes={themes.map((theme) => ({ value: theme.key, label: inLocale(theme.title, locale) }))}
              />
            </section>
          ) : null}
          <section aria-labelledby="merge" className="grid gap-4">
            <h2 id="merge" className="text-base font-semibold">
              {t('merge.title')}
            </h2>
            <MergeIdea idea={idea} locale={locale} />
          </section>
          <Requests idea={idea} locale={locale} onDesk={worksOnTickets(granteeOf(person))} />
          <Became idea={idea} />
        </aside>
      </div>
    </div>
  );
}
