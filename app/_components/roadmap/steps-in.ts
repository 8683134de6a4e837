/** A step of a theme while it is edited; one that is kept already has its id. */
export type EditedStep = { id?: string; title: { fr: string; en?: string | undefined }; done: boolean };

/**
 * The steps that the fields of the form hold, as it numbers them: `step:0:fr`, `step:0:en`, `step:0:id`, `step:0:done`. Rows without
 * words are left out.
 */
export const stepsIn = (values: Readonly<Record<string, string>>): EditedStep[] =>
  Array.from({ length: Number(values.stepCount) || 0 }, (_, index) => {
    const [id, fr = '', en = ''] = ['id', 'fr', 'en'].map((part) => values[`step:${index}:${part}`]);
    return { ...(id ? { id } : {}), title: { fr, en }, done: values[`step:${index}:done`] === 'on' };
  }).filter(({ title }) => title.fr.trim() || title.en.trim());

/** The same fields, for a theme that has these steps. */
export const stepFields = (steps: readonly EditedStep[]): Record<string, string> => ({
  stepCount: String(steps.length),
  ...Object.fromEntries(
    steps.flatMap(({ id, title, done }, index) =>
      Object.entries({ id, fr: title.fr, en: title.en, done: done ? 'on' : undefined }).flatMap(([part, value]) =>
        value === undefined ? [] : [[`step:${index}:${part}`, value]],
      ),
    ),
  ),
});
