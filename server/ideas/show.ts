import { z } from 'zod';
import { ideaHistory, ideaNamed, visibleIdea } from '@/db/ideas/queries';
import { requestsBehind } from '@/db/ideas/requests';
import { backingOf, supports } from '@/db/ideas/votes';
import { organisationNamed } from '@/db/organisations/queries';
import { namesOf } from '@/db/people/queries';
import { themeNamed } from '@/db/roadmap/queries';
import { granteeOf } from '@/domain/access/actor';
import { isGranted } from '@/domain/access/grants';
import type { IdeaEvent } from '@/domain/ideas/history';
import { IDEA_RULES } from '@/domain/ideas/states';
import { query } from '../kernel/action';
import { numberField } from './progress';

/** Facts that everybody reads: how it was written and who merged it is for the product team. */
const isPublic = ({ kind }: IdeaEvent): boolean => kind === 'proposed' || kind === 'moved';

/**
 * One idea with what became of it. The product team also reads who proposed it, who stands behind it, and the requests it
 * gathers, as far as they may see those.
 */
export const show = query({
  permission: 'ideas.show',
  input: z.object(numberField),
  async run({ db, actor, input }) {
    const idea = await visibleIdea(db, actor, input.number);
    const internal = isGranted('ideas.queue', granteeOf(actor));
    const own = actor.kind === 'user' && actor.id === idea.authorId;
    const [history, theme, mergedInto, supported, backing, requests, organisation] = await Promise.all([
      ideaHistory(db, idea.id),
      themeNamed(db, idea.themeId),
      ideaNamed(db, idea.mergedIntoId),
      actor.kind === 'user' ? supports(db, idea.id, actor.id) : false,
      internal ? backingOf(db, idea.id) : null,
      internal ? requestsBehind(db, actor, idea.id) : [],
      internal ? organisationNamed(db, idea.organisationId) : null,
    ]);
    const names = internal
      ? await namesOf(
          db,
          [idea.authorId, ...history.map((event) => event.actorId)].flatMap((id) => id ?? []),
        )
      : new Map<string, string>();
    const {
      id: _,
      authorId,
      organisationId: __,
      idempotencyKey: ___,
      toldEventId: ____,
      themeId: _____,
      ...facts
    } = idea;
    return {
      ...facts,
      theme,
      mergedInto,
      own,
      supported,
      takesVotes: IDEA_RULES[idea.state].takesVotes && !idea.mergedIntoId,
      next: internal && !idea.mergedIntoId ? IDEA_RULES[idea.state].next : [],
      author: authorId ? (names.get(authorId) ?? null) : null,
      organisation,
      backing,
      requests,
      history: history
        .filter((event) => internal || isPublic(event))
        .map((event) => ({
          id: event.id,
          at: new Date(event.at),
          kind: event.kind,
          to: event.kind === 'moved' ? event.data.to : null,
          other: event.kind === 'merged' || event.kind === 'unmerged' ? event.data.other : null,
          ticket: event.kind === 'tied' || event.kind === 'untied' ? event.data.ticket : null,
          actor: event.actorId ? (names.get(event.actorId) ?? null) : null,
        })),
    };
  },
});
