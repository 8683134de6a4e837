import { z } from 'zod';
import type { Tx } from '@/db/client';
import { deskMembers } from '@/db/people/queries';
import type { Addressee } from '@/db/tickets/followers';
import type { Ticket } from '@/db/tickets/queries';
import type { Actor } from '@/domain/access/actor';
import { invalidField, Refusal } from '@/domain/refusal';
import { MOST_MENTIONED, mentionedIn } from '@/domain/tickets/mentions';
import type { Body } from '../kernel/bodies';
import type { Outbox } from '../kernel/outbox';
import { actorId, threadOf } from './sides';

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

/** Whom the words of one field mention; too many are refused (`invalid`) beside that field. */
export const mentionedInField = async (
  context: Pick<Context, 'tx'>,
  body: string,
  field: string,
): Promise<Addressee[]> => {
  try {
    return await mentionedBy(context, { body, mentions: [] });
  } catch (error) {
    const fault = error instanceof Refusal ? error.fields.mentions : undefined;
    throw fault ? invalidField(field, fault.key, fault.data) : error;
  }
};

/** Tells people that a note, or the recap of a call, is for them, each once and in their language; nobody of their own. */
export const tellMentioned = async (
  { actor, outbox }: Pick<Context, 'actor' | 'outbox'>,
  ticket: Pick<Ticket, 'number' | 'subject'>,
  note: Body,
  people: readonly Addressee[],
  place: 'note' | 'recap' = 'note',
): Promise<void> => {
  const author = actor.kind === 'user' ? actor.name : '';
  const { number, subject } = ticket;
  const data = { number, subject, author, place, bodyHtml: note.html, bodyText: note.text };
  for (const person of people) {
    if (person.id === actorId(actor)) continue;
    await outbox.mail({ template: 'tickets.mentioned', to: person, thread: threadOf(ticket), data });
  }
};
