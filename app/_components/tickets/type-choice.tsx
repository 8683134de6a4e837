'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/app/_components/ui/button';
import { RadioGroup } from '@/app/_components/ui/radio-group';
import { useScripts } from './use-scripts';

type TypeChoiceProps = {
  types: readonly { key: string; name: string; situation: string }[];
  chosen: string;
  error: string | undefined;
  onChoose: (key: string) => void;
};

/** Another type without losing what is written: at once with a script, by a step of the form without one. */
export const TypeChoice = ({ types, chosen, error, onChoose }: TypeChoiceProps) => {
  const t = useTranslations('tickets.open');
  const awake = useScripts();
  return (
    <details open={error !== undefined || undefined} className="rounded-md border border-line bg-surface px-4 py-3">
      <summary className="cursor-pointer text-[0.9375rem] text-accent underline decoration-accent-line">
        {t('changeType')}
      </summary>
      <div className="mt-3 grid gap-3">
        <p className="text-sm text-ink-soft">{t('changeTypeHint')}</p>
        <RadioGroup
          key={chosen}
          name="typeKey"
          legend={t('type')}
          error={error}
          defaultValue={chosen}
          onChange={onChoose}
          options={types.map((type) => ({ value: type.key, label: type.name, hint: type.situation }))}
        />
        {awake ? null : (
          <Button type="submit" name="intent" value="type" className="justify-self-start">
            {t('takeType')}
          </Button>
        )}
      </div>
    </details>
  );
};
