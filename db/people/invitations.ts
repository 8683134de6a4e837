import { and, desc, eq, gt, inArray, isNull, sql } from 'drizzle-orm';
import { administers } from '@/domain/access/grants';
import { ROLES } from '@/domain/people/roles';
import { notFound } from '@/domain/refusal';
import type { Reader, Tx } from '../client';
import { staffInvitations, users } from './schema';

type StaffInvitation = typeof staffInvitations.$inferSelect;

const open = () => sql`${staffInvitations.acceptedAt} is null and ${staffInvitations.withdrawnAt} is null`;

/** What whoever invited must still be for the link to work: somebody who may invite. */
const stillInvites = () => and(inArray(users.role, ROLES.filter(administers)), isNull(users.deactivatedAt));

/** Writes an invitation to work here, or renews the open one of the address: the old link is worth nothing then. */
export const writeStaffInvitation = async (
  tx: Tx,
  invitation: typeof staffInvitations.$inferInsert,
): Promise<StaffInvitation> => {
  const { role, locale, invitedBy, tokenHash, sentAt, expiresAt } = invitation;
  const [row] = await tx
    .insert(staffInvitations)
    .values(invitation)
    .onConflictDoUpdate({
      target: staffInvitations.email,
      targetWhere: open(),
      set: { role, locale, invitedBy, tokenHash, sentAt, expiresAt },
    })
    .returning();
  if (!row) throw new Error('an insert answered no row');
  return row;
};

/** Invitations to work here that nobody has accepted or withdrawn, newest first; `expired` ones can be sent again. */
export const openStaffInvitations = async (db: Reader, now: Date) => {
  const rows = await db
    .select({
      id: staffInvitations.id,
      email: staffInvitations.email,
      role: staffInvitations.role,
      locale: staffInvitations.locale,
      sentAt: staffInvitations.sentAt,
      expiresAt: staffInvitations.expiresAt,
      invitedBy: users.name,
      inviterRole: users.role,
      inviterGone: users.deactivatedAt,
    })
    .from(staffInvitations)
    .innerJoin(users, eq(users.id, staffInvitations.invitedBy))
    .where(open())
    .orderBy(desc(staffInvitations.sentAt), desc(staffInvitations.id));
  return rows.map(({ inviterRole, inviterGone, expiresAt, ...row }) => ({
    ...row,
    expired: expiresAt <= now || inviterGone !== null || !administers(inviterRole),
  }));
};

/** Makes an open invitation's link worth nothing and answers its address; throws `not-found`. */
export const withdrawStaffInvitation = async (tx: Tx, id: string, now: Date): Promise<string> => {
  const [row] = await tx
    .update(staffInvitations)
    .set({ withdrawnAt: now })
    .where(and(eq(staffInvitations.id, id), open()))
    .returning({ email: staffInvitations.email });
  if (!row) throw notFound('invitation');
  return row.email;
};

const usable = (tokenHash: string, now: Date) =>
  and(eq(staffInvitations.tokenHash, tokenHash), gt(staffInvitations.expiresAt, now), open());

/** What the link of an invitation to work here leads to, without using it up; `null` when it no longer works. */
export const peekStaffInvitation = async (db: Reader, tokenHash: string, now: Date) => {
  const [row] = await db
    .select({ email: staffInvitations.email, role: staffInvitations.role, invitedBy: users.name })
    .from(staffInvitations)
    .innerJoin(users, eq(users.id, staffInvitations.invitedBy))
    .where(and(usable(tokenHash, now), stillInvites()));
  return row ?? null;
};

/**
 * Uses an invitation to work here up: one caller gets it, everybody later (or too late) gets `null`, and so does everybody
 * once whoever sent it may invite nobody any more.
 */
export const takeStaffInvitation = async (
  tx: Tx,
  tokenHash: string,
  now: Date,
): Promise<Pick<StaffInvitation, 'email' | 'role' | 'locale'> | null> => {
  const [row] = await tx
    .update(staffInvitations)
    .set({ acceptedAt: now })
    .from(users)
    .where(and(usable(tokenHash, now), eq(users.id, staffInvitations.invitedBy), stillInvites()))
    .returning({ email: staffInvitations.email, role: staffInvitations.role, locale: staffInvitations.locale });
  return row ?? null;
};
