import { z } from 'zod';
import type { Tx } from '@/db/client';
import { deskMembers } from '@/db/people/queries';
import type { Addressee } from '@/db/tickets/followers';
import type { Ticket } from '@/db/tickets/queries';
import type { Actor } from '@/domain/access/actor';
import { invalidField } from '@/domain/refusal';
import { MOST_MENTIONED, mentionedIn } from '@/domain/tickets/mentions';
import type { Outbox } from '../kernel/outbox';
import type { Written } from './message';
import { actorId, threadOf } from './progress';

type Context = { tx: Tx; actor: Actor; outbox: Outbox };

/** People a note is for, chosen beside it: what `@` does in its words. */
export const mentionField = z.array(z.union([z.literal(''), z.uuid('errors.choice')])).max(MOST_MENTIONED);

/**
 * Whom a note is for: the people of the desk whom its words mention, and those chosen beside it. Nobody else can be
 * mentioned: others' names are words like any, and whoever is chosen by hand without working on requests is refused
 * (`invalid`), so that a mention never shows a request to somebody who may not see it.
 */
export const mentionedBy = async (
  { tx }: Pick<Context, 'tx'>,
  note: { body: string; mentions: readonly string[] },
): Promise<Addressee[]> => {
  const chosen = note.mentions.filter(Boolean);
  if (chosen.length === 0 && !note.body.includes('@')) return [];
  const people = await deskMembers(tx);
  if (chosen.some((id) => !people.some((person) => person.id === id))) throw invalidField('mentions', 'errors.choice');
  const ids = new Set([...mentionedIn(note.body, people), ...chosen]);
  if (ids.size > MOST_MENTIONED) throw invalidField('mentions', 'errors.tooManyMentions', { maximum: MOST_MENTIONED });
  return people.filter(({ id }) => ids.has(id));
};

/** Tells people that a note is for them, each once and in their language; nobody of their own note. */
export const tellMentioned = async (
  { actor, outbox }: Context,
  ticket: Ticket,
  note: Written,
  people: readonly Addressee[],
): Promise<void> => {
  const author = actor.kind === 'user' ? actor.name : '';
  const data = { number: ticket.number, subject: ticket.subject, author, bodyHtml: note.html, bodyText: note.text };
  for (const person of people) {
    if (person.id === actorId(actor)) continue;
    await outbox.mail({ template: 'tickets.mentioned', to: person, thread: threadOf(ticket), data });
  }
};
