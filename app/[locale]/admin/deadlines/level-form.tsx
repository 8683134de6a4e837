import { useTranslations } from 'next-intl';
import { Badge } from '@/app/_components/ui/badge';
import { Button } from '@/app/_components/ui/button';
import { Field } from '@/app/_components/ui/field';
import { Textarea } from '@/app/_components/ui/textarea';
import type { Flash } from '@/app/_forms/flash';
import { FormMessage } from '@/app/_forms/form-message';
import { TextField } from '@/app/_forms/text-field';
import { usePhrase } from '@/app/_forms/use-phrase';
import type { RouterOutputs } from '@/app/_trpc/outputs';
import type { Locale } from '@/domain/people/locale';
import { inLocale } from '@/domain/people/localised';
import { removeLevel, saveLevel } from './actions';
import { RemoveForm } from './remove-form';
import { TargetFields } from './target-fields';

type Level = RouterOutputs['sla']['show']['levels'][number];

/** One level of criticality, folded away until it is to be changed or came back with a mistake. */
export const LevelForm = ({ level, locale, flash }: { level: Level | null; locale: Locale; flash: Flash | null }) => {
  const t = useTranslations('admin.deadlines');
  const say = usePhrase();
  const form = `level-${level?.key ?? 'new'}`;
  const id = (name: string) => `${form}-${name}`;
  const sentences = (name: 'definition' | 'examples') =>
    (['fr', 'en'] as const).map((language) => (
      <Field
        key={`${name}.${language}`}
        id={id(`${name}-${language}`)}
        label={t(`levels.${name}${language === 'fr' ? 'Fr' : 'En'}`)}
        error={say(flash?.fields[`${name}.${language}`])}
        optional={language === 'en'}
      >
        {(wiring) => (
          <Textarea
            {...wiring}
            name={`${name}.${language}`}
            rows={2}
            lang={language}
            defaultValue={flash?.values[`${name}.${language}`] ?? level?.[name][language] ?? ''}
          />
        )}
      </Field>
    ));
  const names = (['fr', 'en'] as const).map((language) => (
    <TextField
      key={language}
      id={id(`name-${language}`)}
      name={`name.${language}`}
      label={t(`levels.name${language === 'fr' ? 'Fr' : 'En'}`)}
      flash={flash}
      optional={language === 'en'}
      defaultValue={level?.name[language] ?? ''}
      lang={language}
    />
  ));
  return (
    <details open={flash !== null} className="rounded-lg border border-line bg-surface p-4">
      <summary className="cursor-pointer font-semibold">
        {level ? t('levels.edit', { level: inLocale(level.name, locale) }) : t('levels.add')}
        {level && !level.active ? <Badge className="ms-2">{t('levels.retired')}</Badge> : null}
      </summary>
      <form action={saveLevel} className="mt-4 grid gap-5" noValidate>
        <FormMessage flash={flash} />
        <input type="hidden" name="locale" value={locale} />
        <input type="hidden" name="key" value={level?.key ?? ''} />
        <div className="fields-beside">
          {names}
          {sentences('definition')}
          {sentences('examples')}
        </div>
        <TextField
          id={id('severity')}
          name="fromSeverity"
          label={t('levels.fromSeverity')}
          hint={t('levels.fromSeverityHint')}
          flash={flash}
          inputMode="numeric"
          defaultValue={level ? String(level.fromSeverity) : ''}
        />
        <p className="text-sm text-ink-soft">{t(level ? 'levels.promised' : 'levels.promisedFirst')}</p>
        <TargetFields form={form} name="targets" targets={level?.targets ?? null} flash={flash} />
        <Button type="submit" className="justify-self-start">
          {t(level ? 'levels.save' : 'levels.addButton')}
        </Button>
      </form>
      {level ? (
        <RemoveForm
          action={removeLevel}
          id={level.key}
          name={inLocale(level.name, locale)}
          locale={locale}
          kept={level.inUse ? t('levels.inUse') : level.active && level.fromSeverity === 1 ? t('levels.first') : null}
        />
      ) : null}
    </details>
  );
};
