import { z } from 'zod';
import { appendThemeEvent, replaceSteps, type ThemeStory, themeForUpdate, updateTheme } from '@/db/roadmap/queries';
import type { LocalisedText } from '@/domain/people/localised';
import { Refusal } from '@/domain/refusal';
import { action } from '../kernel/action';
import { themeFields } from './fields';

type Wanted = { id?: string | undefined; title: LocalisedText; done: boolean };

/** Which steps were finished or taken up again by this edit, by their titles: the history tells them in the reader's language. */
const turned = (before: ThemeStory, wanted: readonly Wanted[], done: boolean): LocalisedText[] =>
  wanted
    .filter((step) => {
      const was = before.steps.find((one) => one.id === step.id);
      return step.done === done && (was ? (was.doneAt !== null) !== done : done);
    })
    .map((step) => step.title);

/**
 * Changes what a theme says and its steps. `seenAt` is the moment of the version the editor saw: when somebody else
 * saved in the meantime the act is refused (`conflict`) instead of overwriting theirs.
 */
export const edit = action({
  permission: 'roadmap.edit',
  input: z.object({ key: z.string().min(1).max(60), seenAt: z.coerce.date(), ...themeFields }),
  async run({ tx, actor, input, now, outbox, audit }) {
    const { key, seenAt, steps, quarter, ...facts } = input;
    const theme = await themeForUpdate(tx, key);
    if (theme.updatedAt.getTime() !== seenAt.getTime()) throw new Refusal('conflict', 'errors.editedMeanwhile');
    await updateTheme(tx, theme.id, { ...facts, quarter: quarter || null, updatedAt: now });
    await replaceSteps(tx, theme, steps, now);
    const fact = { actorId: actor.kind === 'user' ? actor.id : null, at: now };
    const [finished, reopened] = [turned(theme, steps, true), turned(theme, steps, false)];
    for (const title of finished) await appendThemeEvent(tx, theme.id, { ...fact, kind: 'step-done', data: { title } });
    for (const title of reopened)
      await appendThemeEvent(tx, theme.id, { ...fact, kind: 'step-undone', data: { title } });
    if (finished.length + reopened.length === 0) {
      await appendThemeEvent(tx, theme.id, { ...fact, kind: 'edited', data: {} });
    }
    await outbox.touch('roadmap');
    await outbox.index('theme', theme.key);
    audit({ type: 'theme', id: theme.id }, { key, finished: finished.length });
    return { key };
  },
});
