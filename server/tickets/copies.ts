import { z } from 'zod';
import type { Tx } from '@/db/client';
import { accountByEmail } from '@/db/people/accounts';
import { findOrCreateRequester } from '@/db/people/queries';
import { type Addressee, countFollowers, domainsOf, insertFollower, membersAmong } from '@/db/tickets/followers';
import type { Ticket } from '@/db/tickets/queries';
import { type Actor, granteeOf } from '@/domain/access/actor';
import { isOfDomain, MOST_FOLLOWERS } from '@/domain/access/copies';
import { worksOnTickets } from '@/domain/access/grants';
import { normaliseEmail } from '@/domain/people/email';
import { invalidField, Refusal } from '@/domain/refusal';
import type { Outbox } from '../kernel/outbox';
import { actorId, threadOf } from './progress';

/** People to put in copy: addresses as one types them, parted by commas or blanks, and members picked by account. */
export const copyFields = {
  copies: z.string().trim().max(2000).optional(),
  copyIds: z.array(z.uuid()).max(MOST_FOLLOWERS).default([]),
};

type Wanted = { copies?: string | undefined; copyIds: readonly string[] };
type Context = { tx: Tx; actor: Actor; now: Date; outbox: Outbox };

const addressesIn = (text: string): string[] => {
  const addresses = text
    .split(/[\s,;]+/)
    .filter(Boolean)
    .map(normaliseEmail);
  for (const address of addresses) {
    if (!z.email().safeParse(address).success) throw invalidField('copies', 'errors.copyAddress', { address });
  }
  return [...new Set(addresses)];
};

/** What a new account is called until its owner says: the part before the @, as words. */
const nameFrom = (email: string): string => {
  const words = email
    .slice(0, email.indexOf('@'))
    .split(/[._+-]+/)
    .filter(Boolean);
  const name = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(' ');
  return name.length > 1 ? name.slice(0, 120) : email.slice(0, 120);
};

/**
 * Puts people in copy of a request, tells each, and answers how many are new to it. The desk may add anybody; customers
 * members of the request's organisation and addresses of its domains, others are refused (`invalid`, naming the field).
 * An unknown address becomes an account without password, as for visitors who write in. The caller has settled that the
 * actor decides on the request.
 */
export const addCopies = async (context: Context, ticket: Ticket, wanted: Wanted): Promise<number> => {
  const { tx, actor, now, outbox } = context;
  const desk = worksOnTickets(granteeOf(actor));
  const addresses = addressesIn(wanted.copies ?? '');
  if (addresses.length + wanted.copyIds.length === 0) return 0;
  const asked = { ids: wanted.copyIds, emails: addresses };
  const members = ticket.organisationId ? await membersAmong(tx, ticket.organisationId, asked) : [];
  const domains = ticket.organisationId ? await domainsOf(tx, ticket.organisationId) : [];
  const people: Addressee[] = [];
  for (const id of wanted.copyIds) {
    const member = members.find((one) => one.id === id);
    if (!member) throw invalidField('copyIds', 'errors.choice');
    people.push(member);
  }
  for (const address of addresses) {
    const member = members.find((one) => one.email === address);
    if (!member && !desk && !isOfDomain(address, domains)) {
      throw invalidField('copies', 'errors.copyOutsider', { address });
    }
    const known = member ?? (await accountByEmail(tx, address));
    if (known && 'deactivatedAt' in known && known.deactivatedAt)
      throw invalidField('copies', 'errors.copyGone', { address });
    const made = { name: nameFrom(address), email: address, locale: ticket.locale, now };
    people.push(known ?? (await findOrCreateRequester(tx, made)));
  }
  let added = 0;
  for (const person of people) {
    if (person.id === ticket.requesterId) continue;
    const follower = { ticketId: ticket.id, userId: person.id, addedBy: actorId(actor), createdAt: now };
    if (!(await insertFollower(tx, follower))) continue;
    added += 1;
    if (person.id === actorId(actor)) continue;
    const author = actor.kind === 'user' ? actor.name : '';
    const data = { number: ticket.number, subject: ticket.subject, author };
    await outbox.mail({ template: 'tickets.copied', to: person, thread: threadOf(ticket), data });
  }
  if ((await countFollowers(tx, ticket.id)) > MOST_FOLLOWERS) {
    throw new Refusal('invalid', 'errors.tooManyCopies', { maximum: MOST_FOLLOWERS });
  }
  return added;
};
