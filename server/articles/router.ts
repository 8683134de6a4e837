import { mutation, reading, router } from '../kernel/trpc';
import { feedback } from './feedback';
import { feedbackOf } from './feedback-of';
import { handleFeedback } from './handle-feedback';
import { list } from './list';
import { ownVote } from './own-vote';
import { review } from './review';
import { vote } from './vote';

export const articlesRouter = router({
  vote: mutation(vote),
  ownVote: reading(ownVote),
  feedback: reading(feedback),
  feedbackOf: reading(feedbackOf),
  handleFeedback: mutation(handleFeedback),
  list: reading(list),
  review: mutation(review),
});
