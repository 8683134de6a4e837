import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Button, LinkButton } from '@/app/_components/ui/button';
import { Icon } from '@/app/_components/ui/icon';
import { VERDICTS, type Verdict } from '@/domain/articles/feedback';
import type { ArticleEntry } from '@/server/kernel/content';
import { pathOf } from '@/server/kernel/content';
import { ReasonFields } from './reason-fields';
import { VoteForm } from './vote-form';

type BoxProps = { article: ArticleEntry; related: readonly ArticleEntry[] };

/** Stands in every article and shows where its own address leads (`#feedback-no`): the stored page is the same for all. */
const Answer = ({ name, title, children }: { name: string; title: string; children?: ReactNode }) => (
  <section
    id={`feedback-${name}`}
    aria-labelledby={`feedback-${name}-title`}
    tabIndex={-1}
    className="mt-6 hidden scroll-mt-28 border-t border-line pt-5 outline-none target:grid target:gap-6"
  >
    <p id={`feedback-${name}-title`} className="flex items-start gap-2.5 font-semibold">
      <Icon
        name={name === 'failed' ? 'circle-alert' : 'circle-check'}
        size={20}
        className={name === 'failed' ? 'mt-[0.2em] text-danger' : 'mt-[0.2em] text-positive'}
      />
      {title}
    </p>
    {children}
  </section>
);

const Reasons = ({ article, verdict }: { article: ArticleEntry; verdict: Verdict }) => {
  const t = useTranslations('feedback');
  return (
    <VoteForm article={article} verdict={verdict} className="grid gap-4">
      <ReasonFields id={`feedback-${verdict}`} flash={null} />
      <Problem />
      <Button type="submit" className="justify-self-start">
        {t('send')}
      </Button>
    </VoteForm>
  );
};

/** Filled by the script when a vote was refused. */
const Problem = () => <p role="alert" data-problem="" className="text-sm font-medium text-danger empty:hidden" />;

/** What else may help: other articles, the search, and people. */
const Elsewhere = ({ article, related }: BoxProps) => {
  const t = useTranslations('feedback');
  const results = `/${article.locale}/search?${new URLSearchParams({ q: article.title })}`;
  return (
    <div className="grid gap-4">
      <div>
        <p className="font-semibold">{t('suggestions')}</p>
        <ul
          data-suggestions=""
          data-query={article.title}
          className="mt-1.5 grid gap-1.5 [&_a]:underline [&_a]:decoration-accent-line"
        >
          {related.slice(0, 3).map((one) => (
            <li key={one.key}>
              <a href={pathOf(one)}>{one.title}</a>
            </li>
          ))}
          <li>
            <a href={results}>{t('results')}</a>
          </li>
        </ul>
      </div>
      <div>
        <p className="font-semibold">{t('ask')}</p>
        <p className="mt-0.5 mb-3 text-[0.9375rem] text-ink-soft">{t('askHint')}</p>
        <LinkButton
          href={`/${article.locale}/requests/new?article=${article.key}`}
          rel="nofollow"
          variant="primary"
          icon="life-buoy"
        >
          {t('askButton')}
        </LinkButton>
      </div>
    </div>
  );
};

const FACES = { yes: 'circle-check', partly: 'circle-dot', no: 'circle-x' } as const;

/**
 * "Did you find the answer to your question?" under an article. Works without script by forms that come back here; what a
 * reader said earlier is shown by the reading script alone.
 */
export const FeedbackBox = ({ article, related }: BoxProps) => {
  const t = useTranslations('feedback');
  return (
    <article-feedback
      data-print="no"
      className="mt-12 block rounded-lg border border-line bg-surface px-5 py-5 sm:px-6"
    >
      <section id="feedback" aria-labelledby="feedback-question" className="scroll-mt-28">
        <VoteForm article={article} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3.5">
          <h2 id="feedback-question" className="text-lg leading-snug">
            {t('question')}
          </h2>
          <div className="flex flex-wrap gap-2">
            {VERDICTS.map((verdict) => (
              <Button
                key={verdict}
                type="submit"
                name="verdict"
                value={verdict}
                icon={FACES[verdict]}
                className="aria-pressed:border-accent aria-pressed:bg-accent-soft aria-pressed:text-accent"
              >
                {t(`verdicts.${verdict}`)}
              </Button>
            ))}
          </div>
          <p data-own="" hidden className="basis-full text-sm text-ink-soft">
            {t('own')}
          </p>
          <Problem />
        </VoteForm>
      </section>
      <Answer name="yes" title={t('thanks.yes')} />
      <Answer name="partly" title={t('thanks.partly')}>
        <Reasons article={article} verdict="partly" />
      </Answer>
      <Answer name="no" title={t('thanks.no')}>
        <Elsewhere article={article} related={related} />
        <Reasons article={article} verdict="no" />
      </Answer>
      <Answer name="told" title={t('thanks.told')} />
      <Answer name="failed" title={t('failed')} />
    </article-feedback>
  );
};
