import { z } from 'zod';
import { houseTimeZone } from '@/db/sla/house-zone';
import { withReviewedOn } from '@/domain/articles/reviews';
import { LOCALES } from '@/domain/people/locale';
import { notFound, Refusal } from '@/domain/refusal';
import { dayIn } from '@/domain/time/days';
import { action } from '../kernel/action';
import { editSource, everyEntry } from '../kernel/content';

/**
 * Says that an article is still true: writes the day into the front matter of its file, today where the editor is unless
 * another is named (to take a mistake back). Answers the day before and after. Refuses a day that is to come or lies
 * before the last change, and a file that cannot be written or has no such line.
 */
export const review = action({
  permission: 'articles.review',
  input: z.object({ locale: z.enum(LOCALES), key: z.string().max(200), on: z.iso.date().optional() }),
  async run({ tx, input, actor, now, audit }) {
    const article = everyEntry(input.locale, 'article').find(({ key }) => key === input.key);
    if (!article) throw notFound('article');
    const today = dayIn(now, actor.kind === 'user' ? actor.timeZone : await houseTimeZone(tx));
    const on = input.on ?? today;
    if (on > today || on < article.changedOn) throw new Refusal('invalid', 'errors.reviewDay');
    audit({ type: 'article', id: article.key }, { locale: article.locale, from: article.reviewedOn, to: on });
    const outcome = await editSource(article.path, (source) => withReviewedOn(source, on));
    if (outcome !== 'written') throw new Refusal('conflict', `errors.articleFile.${outcome}`);
    return { path: article.path, from: article.reviewedOn, to: on };
  },
});
