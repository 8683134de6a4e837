import { useTranslations } from 'next-intl';
import { Button } from '@/app/_components/ui/button';
import { RadioGroup } from '@/app/_components/ui/radio-group';
import type { Flash } from '@/app/_forms/flash';
import { FormMessage } from '@/app/_forms/form-message';
import { usePhrase } from '@/app/_forms/use-phrase';
import type { Locale } from '@/domain/people/locale';
import { PRESETS } from '@/domain/sla/presets';
import { applyPreset } from './actions';

/** The shipped divisions of gravity to begin from. */
export const PresetForm = ({ locale, flash }: { locale: Locale; flash: Flash | null }) => {
  const t = useTranslations('admin.deadlines.presets');
  const say = usePhrase();
  return (
    <details open={flash !== null} className="rounded-lg border border-line bg-surface p-4">
      <summary className="cursor-pointer font-semibold">{t('title')}</summary>
      <form action={applyPreset} className="mt-4 grid gap-4">
        <FormMessage flash={flash} />
        <input type="hidden" name="locale" value={locale} />
        <p className="text-ink-soft">{t('text')}</p>
        <RadioGroup
          name="preset"
          legend={t('legend')}
          error={say(flash?.fields.preset)}
          options={PRESETS.map((value) => ({ value, label: t(`${value}.label`), hint: t(`${value}.hint`) }))}
        />
        <Button type="submit" className="justify-self-start">
          {t('apply')}
        </Button>
      </form>
    </details>
  );
};
