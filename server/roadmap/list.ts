import { z } from 'zod';
import { listThemes, themeLimit } from '@/db/roadmap/queries';
import { progressOf, takesPlace } from '@/domain/roadmap/themes';
import { query } from '../kernel/action';

/** All themes with steps and progress, how many places are taken and how many there are. */
export const list = query({
  permission: 'roadmap.list',
  input: z.object({}),
  async run({ db }) {
    const all = (await listThemes(db)).map((theme) => ({ ...theme, progress: progressOf(theme.steps) }));
    return { themes: all, taken: all.filter((theme) => takesPlace(theme.state)).length, limit: await themeLimit(db) };
  },
});
