import { getTranslations } from 'next-intl/server';
import { Button } from '@/app/_components/ui/button';
import { takeFlash } from '@/app/_forms/flash';
import { FormMessage } from '@/app/_forms/form-message';
import { HiddenFields } from '@/app/_forms/hidden-fields';
import { LongTextField } from '@/app/_forms/long-text-field';
import { SelectField } from '@/app/_forms/select-field';
import { TextField } from '@/app/_forms/text-field';
import { IDEA_LIMITS, IDEA_RHYTHMS } from '@/domain/ideas/states';
import type { Locale } from '@/domain/people/locale';
import type { Idea } from './load-ideas';
import { editIdea, mergeIdea, moveIdea, unmergeIdea } from './studio-actions';

type FormProps = { idea: Idea; locale: Locale };

/** Takes an idea to another state, with the theme it joins or why it is not followed. */
export const MoveIdea = async ({
  idea,
  locale,
  themes,
}: FormProps & { themes: readonly { value: string; label: string }[] }) => {
  const t = await getTranslations('studio.ideas.move');
  const tState = await getTranslations('ideas.state');
  const flash = await takeFlash('move-idea');
  return (
    <form key={idea.state} action={moveIdea} className="grid gap-4" noValidate>
      <FormMessage flash={flash} />
      <HiddenFields locale={locale} />
      <input type="hidden" name="number" value={idea.number} />
      <input type="hidden" name="from" value={idea.state} />
      <SelectField
        id="idea-to"
        name="to"
        label={t('to')}
        flash={flash}
        options={idea.next.map((to) => ({ value: to, label: tState(to) }))}
        defaultValue={idea.next[0] ?? ''}
      />
      <SelectField
        id="idea-theme"
        name="theme"
        label={t('theme')}
        hint={t('themeHint')}
        flash={flash}
        options={[{ value: '', label: t('noTheme') }, ...themes]}
        defaultValue={idea.theme?.key ?? ''}
      />
      <LongTextField
        id="idea-reasonFr"
        name="reasonFr"
        label={t('reasonFr')}
        hint={t('reasonHint')}
        lang="fr"
        flash={flash}
        rows={3}
        maxLength={IDEA_LIMITS.reason}
        optional
      />
      <LongTextField
        id="idea-reasonEn"
        name="reasonEn"
        label={t('reasonEn')}
        lang="en"
        flash={flash}
        rows={3}
        maxLength={IDEA_LIMITS.reason}
        optional
      />
      <p className="text-sm text-ink-soft">{t(idea.publishedAt ? 'tells' : 'publishes')}</p>
      <Button type="submit" className="justify-self-start">
        {t('submit')}
      </Button>
    </form>
  );
};

/** Puts an idea into words that everybody may read. */
export const EditIdea = async ({ idea, locale }: FormProps) => {
  const t = await getTranslations('studio.ideas.edit');
  const tForm = await getTranslations('ideas.form');
  const tParts = await getTranslations('ideas.parts');
  const flash = await takeFlash('edit-idea');
  const texts = [
    { name: 'need', rows: 7 },
    { name: 'why', rows: 4 },
    { name: 'situation', rows: 4 },
  ] as const;
  return (
    <form key={idea.changedAt.toISOString()} action={editIdea} className="grid gap-5" noValidate>
      <FormMessage flash={flash} />
      <HiddenFields locale={locale} />
      <input type="hidden" name="number" value={idea.number} />
      <input type="hidden" name="seenAt" value={idea.changedAt.toISOString()} />
      <TextField
        id="idea-title"
        name="title"
        label={t('sentence')}
        flash={flash}
        maxLength={IDEA_LIMITS.title}
        defaultValue={idea.title}
        lang={idea.locale}
        autoComplete="off"
      />
      {texts.map(({ name, rows }) => (
        <LongTextField
          key={name}
          id={`idea-${name}`}
          name={name}
          label={tParts(name)}
          flash={flash}
          rows={rows}
          lang={idea.locale}
          maxLength={IDEA_LIMITS.text}
          defaultValue={idea[name]}
          optional={name !== 'need'}
        />
      ))}
      <SelectField
        id="idea-rhythm"
        name="rhythm"
        label={tForm('rhythm')}
        flash={flash}
        options={['', ...IDEA_RHYTHMS].map((rhythm) => ({
          value: rhythm,
          label: rhythm ? tForm(`rhythms.${rhythm}`) : tForm('noRhythm'),
        }))}
        defaultValue={idea.rhythm ?? ''}
      />
      <Button type="submit" className="justify-self-start">
        {t('submit')}
      </Button>
    </form>
  );
};

/** Lets an idea go on in another one, or takes that back. */
export const MergeIdea = async ({ idea, locale }: FormProps) => {
  const t = await getTranslations('studio.ideas.merge');
  const flash = await takeFlash('merge-idea');
  const undone = await takeFlash('unmerge-idea');
  if (idea.mergedInto) {
    return (
      <form action={unmergeIdea} className="grid justify-items-start gap-3">
        <FormMessage flash={undone} />
        <HiddenFields locale={locale} />
        <input type="hidden" name="number" value={idea.number} />
        <p className="text-sm text-ink-soft">{t('undoText')}</p>
        <Button type="submit" size="sm" icon="undo">
          {t('undo')}
        </Button>
      </form>
    );
  }
  return (
    <form action={mergeIdea} className="grid gap-4" noValidate>
      <HiddenFields locale={locale} />
      <input type="hidden" name="number" value={idea.number} />
      <TextField
        id="idea-into"
        name="into"
        label={t('into')}
        hint={t('hint')}
        flash={flash}
        inputMode="numeric"
        autoComplete="off"
      />
      <Button type="submit" size="sm" className="justify-self-start">
        {t('submit')}
      </Button>
    </form>
  );
};
