import { useTranslations } from 'next-intl';
import { Icon } from '@/app/_components/ui/icon';
import { ExactTime } from '@/app/_components/ui/time';
import { IDEA_RULES } from '@/domain/ideas/states';
import type { Locale } from '@/domain/people/locale';
import { IdeaStateBadge } from './idea-state';
import type { ListedIdea } from './load-ideas';
import { Support } from './support';

type IdeaRowProps = {
  idea: ListedIdea;
  locale: Locale;
  here: string;
  anonymous: boolean;
  /** Where a page lists an idea twice, only one of its places has the address of it. */
  id?: string | undefined;
  /** Below a heading of the page, or below one of a part of it. */
  heading?: 'h2' | 'h3';
};

/** An idea in a list: how many support it, what it says, where it stands, and the way to support it. */
export const IdeaRow = ({
  idea,
  locale,
  here,
  anonymous,
  id = `idea-${idea.number}`,
  heading: Heading = 'h2',
}: IdeaRowProps) => {
  const t = useTranslations('ideas');
  const takesVotes = IDEA_RULES[idea.state].takesVotes;
  return (
    <li id={id} className="group relative flex items-start gap-4 py-5 sm:gap-6">
      <p className="grid w-14 shrink-0 justify-items-center rounded-md border border-line bg-surface py-2 sm:w-16">
        <span className="tabular text-lg leading-tight font-semibold">{idea.votes}</span>
        <span className="text-xs text-ink-soft">{t('votes', { count: idea.votes })}</span>
      </p>
      <div className="min-w-0 flex-1">
        <Heading className="text-lg leading-snug wrap-anywhere" lang={idea.locale}>
          <a href={`/${locale}/ideas/${idea.number}`} className="stretched no-underline group-hover:text-accent">
            {idea.title}
          </a>
        </Heading>
        <p lang={idea.locale} className="mt-1 line-clamp-2 text-[0.9375rem] text-ink-soft wrap-anywhere">
          {idea.need}
        </p>
        <div className="mt-3 flex flex-wrap items-center gap-x-3 gap-y-2 text-sm text-ink-soft">
          <IdeaStateBadge state={idea.state} />
          <span>
            {t('proposedOn')} <ExactTime at={idea.createdAt} />
          </span>
          {idea.supported ? (
            <span className="inline-flex items-center gap-1 font-medium text-positive">
              <Icon name="check" size={15} />
              {t(idea.own ? 'support.own' : 'support.given')}
            </span>
          ) : null}
          {takesVotes && !idea.supported ? (
            <div className="relative z-10 ms-auto">
              <Support locale={locale} idea={{ ...idea, takesVotes }} here={here} anonymous={anonymous} size="sm" />
            </div>
          ) : null}
        </div>
      </div>
    </li>
  );
};
