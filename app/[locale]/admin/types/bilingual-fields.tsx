import { useTranslations } from 'next-intl';
import { Field } from '@/app/_components/ui/field';
import { Textarea } from '@/app/_components/ui/textarea';
import type { Flash } from '@/app/_forms/flash';
import { TextField } from '@/app/_forms/text-field';
import { usePhrase } from '@/app/_forms/use-phrase';
import type { LocalisedText } from '@/domain/people/localised';

type BilingualProps = {
  /** Sets the ids apart where a page has several such forms. */
  form: string;
  name: string;
  label: string;
  hint?: string;
  value: LocalisedText | null | undefined;
  flash: Flash | null;
  rows?: number;
  optional?: boolean;
};

/** A text in French and in English side by side; English may be left out. */
export const BilingualFields = ({ form, name, label, hint, value, flash, rows, optional = false }: BilingualProps) => {
  const t = useTranslations('admin.types');
  const say = usePhrase();
  return (
    <div className="fields-beside">
      {(['fr', 'en'] as const).map((language) => {
        const field = `${name}.${language}`;
        const common = {
          id: `${form}-${name}-${language}`,
          label: t(`in.${language}`, { label }),
          optional: optional || language === 'en',
          ...(hint && language === 'fr' ? { hint } : {}),
        };
        const given = value?.[language] ?? '';
        return rows ? (
          <Field key={field} {...common} error={say(flash?.fields[field])}>
            {(wiring) => (
              <Textarea
                {...wiring}
                name={field}
                rows={rows}
                lang={language}
                defaultValue={flash?.values[field] ?? given}
              />
            )}
          </Field>
        ) : (
          <TextField key={field} {...common} name={field} flash={flash} lang={language} defaultValue={given} />
        );
      })}
    </div>
  );
};
