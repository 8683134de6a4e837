import { useTranslations } from 'next-intl';
import type { Locale } from '@/domain/people/locale';
import { type ExcerptPart, resultsBefore, type SearchHit } from '@/domain/search/answer';
import { Badge } from '../ui/badge';
import { LinkButton } from '../ui/button';
import { Callout } from '../ui/callout';
import { Icon } from '../ui/icon';
import { ExactTime } from '../ui/time';
import { KIND_ICON } from './kind-icon';
import type { SearchOutcome, SearchQuestion } from './load-search';
import { searchAddress } from './search-address';

type SearchResultsProps = {
  locale: Locale;
  question: SearchQuestion;
  outcome: SearchOutcome;
  /** The name of this search, for clicks on its results to be told under. */
  name: string;
};

/** What was found, best first, with the words looked for marked. */
export const SearchResults = ({ locale, question, outcome, name }: SearchResultsProps) => {
  const t = useTranslations('search');
  const { hits, total, correction, nextCursor } = outcome;
  // Pages are asked for by how many results stand before them.
  const before = resultsBefore(question.cursor);
  return (
    <>
      {correction ? (
        <Callout tone="info" icon="sparkles" className="mt-6">
          <p>
            {t.rich('corrected', {
              query: question.query,
              correction,
              strong: (words) => <strong className="font-semibold">{words}</strong>,
            })}
          </p>
        </Callout>
      ) : null}
      <p className="mt-6 text-sm text-ink-faint" role="status">
        {t('count', { count: total })}
      </p>
      <ol
        className="mt-2 border-t border-line"
        data-query={name}
        data-words={question.query}
        data-results={total}
        aria-label={t('list')}
      >
        {hits.map((hit, index) => (
          <Result key={`${hit.kind}:${hit.key}:${hit.locale}`} hit={hit} rank={before + index + 1} locale={locale} />
        ))}
      </ol>
      {nextCursor || question.cursor ? (
        <nav aria-label={t('pages')} className="mt-8 flex flex-wrap justify-between gap-3">
          {question.cursor ? (
            <LinkButton href={searchAddress(locale, { ...question, cursor: undefined })} icon="chevron-left">
              {t('firstPage')}
            </LinkButton>
          ) : (
            <span />
          )}
          {nextCursor ? (
            <LinkButton
              href={searchAddress(locale, { ...question, cursor: nextCursor })}
              iconEnd="chevron-right"
              rel="next"
            >
              {t('nextPage')}
            </LinkButton>
          ) : null}
        </nav>
      ) : null}
    </>
  );
};

const Result = ({ hit, rank, locale }: { hit: SearchHit; rank: number; locale: Locale }) => {
  const t = useTranslations('search');
  const written = useTranslations('articles.writtenIn');
  const tGlossary = useTranslations('resources.glossary');
  const isForeign = hit.kind !== 'request' && hit.locale !== locale;
  // The index holds no words of ours: of a term of the glossary, the address says where it stands.
  const trail = hit.href.includes('/resources/glossary#') ? [tGlossary('title')] : hit.trail;
  return (
    <li className="group relative border-b border-line py-5">
      <p className="facts facts-close text-sm text-ink-faint">
        <Icon name={KIND_ICON[hit.kind]} size={15} />
        <span className="font-medium text-ink-soft">{t(`kind.${hit.kind}`)}</span>
        {isForeign ? <Badge icon="languages">{written(hit.locale)}</Badge> : null}
        {trail.map((step) => (
          <span key={step} className="-ms-1 flex items-center gap-2">
            <Icon name="chevron-right" size={13} />
            {step}
          </span>
        ))}
        {hit.at ? (
          <span className="after-dot">
            <ExactTime at={new Date(hit.at)} />
          </span>
        ) : null}
      </p>
      <h2 className="mt-1.5 text-lg leading-snug" lang={hit.locale === locale ? undefined : hit.locale}>
        <a
          href={hit.href}
          data-kind={hit.kind}
          data-rank={rank}
          className="stretched no-underline group-hover:text-accent"
        >
          {hit.title}
          {hit.section ? <span className="font-medium text-ink-soft"> › {hit.section}</span> : null}
        </a>
      </h2>
      {hit.excerpt.length > 0 ? (
        <p
          className="mt-1.5 text-[0.9375rem] break-words text-ink-soft"
          lang={hit.locale === locale ? undefined : hit.locale}
        >
          <Excerpt parts={hit.excerpt} />
        </p>
      ) : null}
    </li>
  );
};

const Excerpt = ({ parts }: { parts: readonly ExcerptPart[] }) =>
  // The parts of one text never change place, so their order names them.
  parts.map((part, index) =>
    part.marked ? (
      <mark key={String(index)} className="text-ink">
        {part.text}
      </mark>
    ) : (
      part.text
    ),
  );
