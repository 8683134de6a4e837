import { useTranslations } from 'next-intl';
import { Button } from '@/app/_components/ui/button';
import { Field } from '@/app/_components/ui/field';
import { Input } from '@/app/_components/ui/input';
import { Select } from '@/app/_components/ui/select';
import { AUDIENCES } from '@/domain/access/grants';
import { REVIEW_STATES } from '@/domain/articles/reviews';
import { LOCALES } from '@/domain/people/locale';

type ArticleFilterProps = { view: { q: string; language: string; audience: string; shown: string } };

/** Narrows the editors' list of articles; a plain GET, so that a view has an address. */
export const ArticleFilter = ({ view }: ArticleFilterProps) => {
  const t = useTranslations('studio.articles');
  return (
    <search>
      <form className="flex flex-wrap items-end gap-3" autoComplete="off">
        <Field id="q" label={t('filter.text')} className="w-64 max-w-full">
          {({ required: _, ...wiring }) => <Input {...wiring} type="search" name="q" defaultValue={view.q} />}
        </Field>
        <Field id="shown" label={t('filter.shown')}>
          {({ required: _, ...wiring }) => (
            <Select
              {...wiring}
              name="shown"
              placeholder={t('filter.anyShown')}
              options={[...REVIEW_STATES, 'untranslated' as const].map((value) => ({
                value,
                label: t(`shown.${value}`),
              }))}
              defaultValue={view.shown}
            />
          )}
        </Field>
        <Field id="language" label={t('filter.locale')}>
          {({ required: _, ...wiring }) => (
            <Select
              {...wiring}
              name="language"
              placeholder={t('filter.anyLocale')}
              options={LOCALES.map((value) => ({ value, label: t(`locales.${value}`) }))}
              defaultValue={view.language}
            />
          )}
        </Field>
        <Field id="audience" label={t('filter.audience')}>
          {({ required: _, ...wiring }) => (
            <Select
              {...wiring}
              name="audience"
              placeholder={t('filter.anyAudience')}
              options={AUDIENCES.map((value) => ({ value, label: t(`audiences.${value}`) }))}
              defaultValue={view.audience}
            />
          )}
        </Field>
        <Button type="submit" icon="filter">
          {t('filter.submit')}
        </Button>
      </form>
    </search>
  );
};
