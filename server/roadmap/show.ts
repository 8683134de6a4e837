import { z } from 'zod';
import { themeByKey, themeHistory } from '@/db/roadmap/queries';
import { NEXT_THEME_STATES, progressOf } from '@/domain/roadmap/themes';
import { query } from '../kernel/action';

/** One theme with its steps, its progress and what happened to it, newest first. */
export const show = query({
  permission: 'roadmap.show',
  input: z.object({ key: z.string().min(1).max(60) }),
  async run({ db, input }) {
    const theme = await themeByKey(db, input.key);
    const history = (await themeHistory(db, theme.id)).map(({ kind, data, at }) => ({ kind, data, at }));
    return { ...theme, progress: progressOf(theme.steps), history, next: NEXT_THEME_STATES[theme.state] };
  },
});
