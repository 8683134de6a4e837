import type { IdeaMail } from '@/domain/mail/templates';
import type { Reader } from '../client';
import { themeNamed } from '../roadmap/queries';
import { type Idea, ideaNamed } from './queries';

/** What mails say of where an idea stands. */
export const toldOfIdea = async (db: Reader, idea: Idea): Promise<IdeaMail> => ({
  idea: idea.number,
  title: idea.title,
  state: idea.state,
  theme: (await themeNamed(db, idea.themeId))?.title ?? null,
  reason: idea.reason,
  into: await ideaNamed(db, idea.mergedIntoId),
});
