import { useTranslations } from 'next-intl';
import { Badge } from '@/app/_components/ui/badge';
import { LinkButton } from '@/app/_components/ui/button';
import { EmptyState } from '@/app/_components/ui/empty-state';
import type { Locale } from '@/domain/people/locale';
import type { ExcerptPart, SearchHit } from '@/server/kernel/content';

/** What was found, with the words looked for marked; or what to try when nothing was. */
export const SearchResults = ({ locale, hits }: { locale: Locale; hits: readonly SearchHit[] }) => {
  const t = useTranslations('search');
  if (hits.length === 0) {
    return (
      <EmptyState
        className="mt-10"
        icon="search"
        title={t('none.title')}
        actions={
          <>
            <LinkButton href={`/${locale}/help`}>{t('none.browse')}</LinkButton>
            <LinkButton href={`/${locale}/requests/new`} variant="quiet">
              {t('none.ask')}
            </LinkButton>
          </>
        }
      >
        {t('none.text')}
      </EmptyState>
    );
  }
  return (
    <>
      <p className="mt-6 text-sm text-ink-faint" role="status">
        {t('count', { count: hits.length })}
      </p>
      <ol className="mt-2 border-t border-line">
        {hits.map((hit) => (
          <li key={hit.href} className="group relative border-b border-line py-5">
            <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
              <h2 className="text-lg">
                <a href={hit.href} className="stretched no-underline group-hover:text-accent">
                  {hit.title}
                </a>
              </h2>
              <Badge>{t(`kind.${hit.kind}`)}</Badge>
            </div>
            <p className="mt-1.5 text-[0.9375rem] text-ink-soft">
              <Excerpt parts={hit.parts} />
            </p>
          </li>
        ))}
      </ol>
    </>
  );
};

const Excerpt = ({ parts }: { parts: readonly ExcerptPart[] }) =>
  // The parts of one text never change place, so their order names them.
  parts.map((part, index) =>
    part.hit ? (
      <mark key={String(index)} className="text-ink">
        {part.text}
      </mark>
    ) : (
      part.text
    ),
  );
