import { useTranslations } from 'next-intl';
import { Day } from '@/app/_components/articles/day';
import { Badge } from '@/app/_components/ui/badge';
import { Button } from '@/app/_components/ui/button';
import { Td } from '@/app/_components/ui/table';
import type { RouterOutputs } from '@/app/_trpc/outputs';
import type { Locale } from '@/domain/people/locale';
import { reviewArticle } from './actions';
import { type View, ViewFields } from './view';

export type Row = RouterOutputs['articles']['list']['articles'][number];

const TONES = { due: 'warning', soon: 'info', fresh: 'positive' } as const;

/** An article in one language, with what is to be done about it. */
export const ArticleRow = ({ row, view, locale }: { row: Row; view: View; locale: Locale }) => {
  const t = useTranslations('studio.articles');
  return (
    <tr>
      <Td className="min-w-56">
        <a href={row.href} lang={row.locale} className="font-medium no-underline hover:underline">
          {row.title}
        </a>
        <p className="mt-0.5 text-sm text-ink-soft">
          {row.collection} · {row.author} · {t(`locales.${row.locale}`)}
        </p>
        {row.missing.length > 0 ? (
          <p className="mt-1.5 flex flex-wrap gap-2">
            {row.missing.map((missing) => (
              <Badge key={missing} icon="languages">
                {t(`missing.${missing}`)}
              </Badge>
            ))}
          </p>
        ) : null}
      </Td>
      <Td className="text-sm whitespace-nowrap">{t(`audiences.${row.audience}`)}</Td>
      <Td className="text-sm whitespace-nowrap text-ink-soft">
        <span className="sm:hidden">{t('columns.changed')} </span>
        <Day day={row.changedOn} />
      </Td>
      <Td className="text-sm whitespace-nowrap text-ink-soft">
        <span className="sm:hidden">{t('columns.reviewed')} </span>
        <Day day={row.reviewedOn} />
      </Td>
      <Td className="text-sm whitespace-nowrap">
        <Badge tone={TONES[row.state]}>{t(`states.${row.state}`)}</Badge>
        <Day day={row.dueOn} className="mt-1 block text-ink-soft max-sm:inline max-sm:ps-2" />
      </Td>
      <Td>
        <form action={reviewArticle}>
          <ViewFields view={view} locale={locale} about={{ language: row.locale, key: row.key }} />
          <Button type="submit" size="sm" icon="check" aria-label={t('reviewOf', { title: row.title })}>
            {t('review')}
          </Button>
        </form>
      </Td>
    </tr>
  );
};
