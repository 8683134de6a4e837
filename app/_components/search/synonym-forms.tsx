import { useTranslations } from 'next-intl';
import type { Flash } from '@/app/_forms/flash';
import { HiddenFields } from '@/app/_forms/hidden-fields';
import { SelectField } from '@/app/_forms/select-field';
import { TextField } from '@/app/_forms/text-field';
import type { RouterOutputs } from '@/app/_trpc/outputs';
import { LOCALES, type Locale } from '@/domain/people/locale';
import { Badge } from '../ui/badge';
import { Button } from '../ui/button';
import { Callout } from '../ui/callout';
import { Td } from '../ui/table';
import { RelativeTime } from '../ui/time';

type Group = RouterOutputs['search']['synonyms']['groups'][number];
type Act = (data: FormData) => Promise<void>;

type AddGroupProps = { locale: Locale; flash: Flash | null; words: string; language: Locale; action: Act };

/** Adds a group; opened with the words of a search that found nothing, it waits for what they mean. */
export const AddGroup = ({ locale, flash, words, language, action }: AddGroupProps) => {
  const t = useTranslations('searches');
  return (
    <form
      action={action}
      aria-labelledby="add-group"
      className="grid items-end gap-4 rounded-lg border border-line bg-surface p-5 md:grid-cols-[minmax(0,1fr)_9rem_auto]"
    >
      <h2 id="add-group" className="text-base md:col-span-3">
        {t('synonyms.addTitle')}
      </h2>
      <HiddenFields locale={locale} />
      <TextField
        flash={flash}
        name="words"
        label={t('synonyms.words')}
        hint={t('synonyms.wordsHint')}
        defaultValue={words ? `${words}, ` : ''}
        maxLength={2000}
      />
      <SelectField
        flash={flash}
        name="language"
        label={t('language')}
        options={LOCALES.map((value) => ({ value, label: t(`languages.${value}`) }))}
        defaultValue={language}
      />
      <Button type="submit" variant="primary" icon="plus">
        {t('synonyms.add')}
      </Button>
    </form>
  );
};

type RemovedProps = { locale: Locale; language: Locale; words: string; action: Act };

/** Says what was removed, and puts it back at a press. */
export const Removed = ({ locale, language, words, action }: RemovedProps) => {
  const t = useTranslations('searches.synonyms');
  return (
    <Callout tone="info" role="status">
      <p>{t('done.removed', { words })}</p>
      <form action={action}>
        <HiddenFields locale={locale} />
        <input type="hidden" name="language" value={language} />
        <input type="hidden" name="words" value={words} />
        <Button type="submit" size="sm" icon="undo">
          {t('undo')}
        </Button>
      </form>
    </Callout>
  );
};

type GroupRowProps = { locale: Locale; group: Group; now: Date; flash: Flash | null; edit: Act; remove: Act };

/** One group with what can be done to it, folded away so that nothing is done by accident. */
export const GroupRow = ({ locale, group, now, flash, edit, remove }: GroupRowProps) => {
  const t = useTranslations('searches');
  const words = group.words.join(', ');
  return (
    <tr>
      <Td className="min-w-64">
        <ul className="flex flex-wrap gap-1.5" lang={group.locale}>
          {group.words.map((word) => (
            <li key={word}>
              <Badge>{word}</Badge>
            </li>
          ))}
        </ul>
        <details open={flash !== null} className="mt-2">
          <summary
            aria-label={t('synonyms.editOf', { words })}
            className="inline-block text-sm text-accent underline decoration-accent-line"
          >
            {t('synonyms.edit')}
          </summary>
          <form action={edit} className="mt-3 flex flex-wrap items-end gap-3">
            <HiddenFields locale={locale} />
            <input type="hidden" name="id" value={group.id} />
            <input type="hidden" name="seenAt" value={group.updatedAt.toISOString()} />
            <div className="min-w-64 flex-1">
              <TextField
                flash={flash}
                id={`words-${group.id}`}
                name="words"
                label={t('synonyms.words')}
                defaultValue={words}
                maxLength={2000}
              />
            </div>
            <Button type="submit">{t('synonyms.save')}</Button>
          </form>
        </details>
      </Td>
      <Td className="whitespace-nowrap">{t(`languages.${group.locale}`)}</Td>
      <Td className="whitespace-nowrap text-ink-soft">
        <RelativeTime at={group.updatedAt} now={now} />
      </Td>
      <Td className="text-end">
        <form action={remove}>
          <HiddenFields locale={locale} />
          <input type="hidden" name="id" value={group.id} />
          <Button type="submit" size="sm" variant="quiet" icon="trash" aria-label={t('synonyms.removeOf', { words })}>
            {t('synonyms.remove')}
          </Button>
        </form>
      </Td>
    </tr>
  );
};
