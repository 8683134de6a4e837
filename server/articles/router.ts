import { mutation, reading, router } from '../kernel/trpc';
import { feedback } from './feedback';
import { feedbackOf } from './feedback-of';
import { handleFeedback } from './handle-feedback';
import { list } from './list';
import { mostRead } from './most-read';
import { ownVote } from './own-vote';
import { popular } from './popular';
import { read } from './read';
import { review } from './review';
import { vote } from './vote';

export const articlesRouter = router({
  read: reading(read),
  mostRead: reading(mostRead),
  popular: reading(popular),
  vote: mutation(vote),
  ownVote: reading(ownVote),
  feedback: reading(feedback),
  feedbackOf: reading(feedbackOf),
  handleFeedback: mutation(handleFeedback),
  list: reading(list),
  review: mutation(review),
});
