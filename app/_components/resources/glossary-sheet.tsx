import { useTranslations } from 'next-intl';
import { Body } from '@/app/_components/articles/body';
import { sameInAll } from '@/app/_components/shell/alternates';
import { brand } from '@/app/_components/shell/brand';
import { EmptyState } from '@/app/_components/ui/empty-state';
import { PageHeader } from '@/app/_components/ui/page-header';
import { absolute } from '@/app/_site/address';
import { ReadingPage } from '@/app/_site/reading-page';
import { type Facts, StructuredData } from '@/app/_site/structured-data';
import type { Locale } from '@/domain/people/locale';
import { letterOf } from '@/domain/resources/terms';
import { type GlossaryTermEntry, pathOf, type WithBody } from '@/server/kernel/content';
import { ResourceTabs } from './resource-tabs';

type Term = WithBody<GlossaryTermEntry>;
type GlossarySheetProps = { locale: Locale; terms: readonly Term[] };

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.split('');

/** The anchor of a letter; what is no letter has the last place. */
const letterId = (letter: string): string => `letter-${letter === '#' ? 'other' : letter.toLowerCase()}`;

/** The words of the house from A to Z, each with its own anchor. */
export const GlossarySheet = ({ locale, terms }: GlossarySheetProps) => {
  const t = useTranslations('resources.glossary');
  const under = (letter: string) => terms.filter(({ term }) => letterOf(term) === letter);
  const used = new Set(terms.map(({ term }) => letterOf(term)));
  const letters = used.has('#') ? [...LETTERS, '#'] : LETTERS;
  return (
    <ReadingPage locale={locale} section="resources" alternates={sameInAll('/resources/glossary')}>
      {terms.length > 0 ? <StructuredData data={glossaryData(locale, t('title'), terms)} /> : null}
      <PageHeader title={t('title')} lead={t('lead', { brand: brand.name })} />
      <ResourceTabs locale={locale} current="glossary" />
      {terms.length === 0 ? (
        <EmptyState className="mt-12" icon="book-open" title={t('empty.title')}>
          {t('empty.text')}
        </EmptyState>
      ) : (
        <>
          <nav
            aria-label={t('letters')}
            data-print="no"
            className="sticky top-0 z-10 -mx-2 mt-6 border-b border-line bg-paper px-2 py-2"
          >
            <ul className="flex flex-wrap gap-0.5">
              {letters.map((letter) => (
                <li key={letter}>
                  <Letter letter={letter} used={used.has(letter)} />
                </li>
              ))}
            </ul>
          </nav>
          <div className="mt-8 grid gap-12">
            {letters
              .filter((letter) => used.has(letter))
              .map((letter) => (
                <LetterSection key={letter} letter={letter} terms={under(letter)} />
              ))}
          </div>
        </>
      )}
    </ReadingPage>
  );
};

const Letter = ({ letter, used }: { letter: string; used: boolean }) => {
  const look = 'inline-grid size-8 place-items-center rounded-md text-[0.9375rem] font-medium';
  if (!used) return <span className={`${look} text-ink-faint`}>{letter}</span>;
  return (
    <a href={`#${letterId(letter)}`} className={`${look} text-accent no-underline hover:bg-accent-soft`}>
      {letter}
    </a>
  );
};

const LetterSection = ({ letter, terms }: { letter: string; terms: readonly Term[] }) => (
  <section aria-labelledby={letterId(letter)} className="grid gap-x-10 gap-y-4 lg:grid-cols-[4rem_minmax(0,43rem)]">
    <h2 id={letterId(letter)} className="scroll-mt-32 text-3xl text-ink-faint sm:scroll-mt-20">
      {letter}
    </h2>
    <dl className="grid gap-8">
      {terms.map((term) => (
        <TermEntry key={term.key} term={term} />
      ))}
    </dl>
  </section>
);

const TermEntry = ({ term }: { term: Term }) => {
  const t = useTranslations('resources.glossary');
  return (
    <div id={term.slug} className="-mx-4 scroll-mt-32 rounded-lg px-4 py-1 target:bg-accent-soft sm:scroll-mt-20">
      <dt className="font-display text-xl font-semibold">
        {term.term}
        <a className="anchor" href={`#${term.slug}`} aria-label={t('anchor', { term: term.term })} data-print="no">
          #
        </a>
      </dt>
      <dd>
        {term.aliases.length > 0 ? (
          <p className="mt-0.5 text-sm text-ink-faint">{t('aliases', { aliases: term.aliases.join(', ') })}</p>
        ) : null}
        <p className="mt-1.5 text-ink-soft">{term.definition}</p>
        {term.tree.children.length === 0 ? null : (
          <div className="prose prose-compact mt-2">
            <Body tree={term.tree} inner />
          </div>
        )}
      </dd>
    </div>
  );
};

const glossaryData = (locale: Locale, name: string, terms: readonly Term[]): Facts => ({
  '@type': 'DefinedTermSet',
  '@id': absolute(`/${locale}/resources/glossary`),
  name,
  inLanguage: locale,
  hasDefinedTerm: terms.map((term) => ({
    '@type': 'DefinedTerm',
    name: term.term,
    description: term.definition,
    url: absolute(pathOf(term)),
    ...(term.aliases.length > 0 ? { alternateName: term.aliases } : {}),
  })),
});
