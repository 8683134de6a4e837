import { useTranslations } from 'next-intl';
import { Button } from '@/app/_components/ui/button';
import { Field } from '@/app/_components/ui/field';
import { Select } from '@/app/_components/ui/select';
import { FEEDBACK_PERIODS } from '@/domain/articles/feedback';
import { LOCALES } from '@/domain/people/locale';

type FeedbackFilterProps = {
  view: { period: string; language: string; collection: string };
  collections: readonly { key: string; title: string }[];
};

/** Narrows the list; a plain GET, so that a view has an address. */
export const FeedbackFilter = ({ view, collections }: FeedbackFilterProps) => {
  const t = useTranslations('feedback.studio');
  return (
    <search>
      <form className="flex flex-wrap items-end gap-3" autoComplete="off">
        <Field id="period" label={t('period')}>
          {({ required: _, ...wiring }) => (
            <Select
              {...wiring}
              name="period"
              options={FEEDBACK_PERIODS.map((value) => ({ value, label: t(`periods.${value}`) }))}
              defaultValue={view.period}
            />
          )}
        </Field>
        <Field id="language" label={t('language')}>
          {({ required: _, ...wiring }) => (
            <Select
              {...wiring}
              name="language"
              placeholder={t('anyLanguage')}
              options={LOCALES.map((value) => ({ value, label: t(`languages.${value}`) }))}
              defaultValue={view.language}
            />
          )}
        </Field>
        <Field id="collection" label={t('collection')}>
          {({ required: _, ...wiring }) => (
            <Select
              {...wiring}
              name="collection"
              placeholder={t('anyCollection')}
              options={collections.map(({ key, title }) => ({ value: key, label: title }))}
              defaultValue={view.collection}
            />
          )}
        </Field>
        <Button type="submit" icon="filter">
          {t('filter')}
        </Button>
      </form>
    </search>
  );
};
