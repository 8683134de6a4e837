import { useTranslations } from 'next-intl';
import { Field } from '@/app/_components/ui/field';
import { Textarea } from '@/app/_components/ui/textarea';
import type { Flash } from '@/app/_forms/flash';
import { usePhrase } from '@/app/_forms/use-phrase';
import { FEEDBACK_REASONS } from '@/domain/articles/feedback';

/** What was wrong with the article, in one choice and in one's own words; neither has to be given. */
export const ReasonFields = ({ id, flash }: { id: string; flash: Flash | null }) => {
  const t = useTranslations('feedback');
  const say = usePhrase();
  return (
    <>
      <fieldset>
        <legend className="mb-2 text-[0.9375rem] font-semibold">{t('reason')}</legend>
        <div className="grid gap-x-5 gap-y-2 sm:grid-cols-2">
          {FEEDBACK_REASONS.map((reason) => (
            <label key={reason} className="flex items-start gap-2.5 py-0.5 leading-snug">
              <input
                type="radio"
                name="reason"
                value={reason}
                defaultChecked={flash?.values.reason === reason}
                className="mt-[0.15em] size-[1.125rem]"
              />
              {t(`reasons.${reason}`)}
            </label>
          ))}
        </div>
      </fieldset>
      <Field id={`${id}-words`} label={t('words')} hint={t('wordsHint')} error={say(flash?.fields.words)} optional>
        {(wiring) => <Textarea {...wiring} name="words" rows={3} defaultValue={flash?.values.words} />}
      </Field>
    </>
  );
};
