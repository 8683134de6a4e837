import { z } from 'zod';
import { ideasOfTheme } from '@/db/ideas/lists';
import { themeByKey, themeHistory } from '@/db/roadmap/queries';
import { NEXT_THEME_STATES, progressOf } from '@/domain/roadmap/themes';
import { query } from '../kernel/action';

/** One theme with its steps, its progress, the ideas it gathers and what happened to it, newest first. */
export const show = query({
  permission: 'roadmap.show',
  input: z.object({ key: z.string().min(1).max(60) }),
  async run({ db, input }) {
    const theme = await themeByKey(db, input.key);
    const history = (await themeHistory(db, theme.id)).map(({ kind, data, at }) => ({ kind, data, at }));
    // Ordered by how many people stand behind them, never by whose they are.
    const ideas = await ideasOfTheme(db, theme.id);
    return { ...theme, ideas, progress: progressOf(theme.steps), history, next: NEXT_THEME_STATES[theme.state] };
  },
});
