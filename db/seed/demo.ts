import { count } from 'drizzle-orm';
import { database } from '../client';
import { users } from '../people/schema';
import { seedCast } from './demo/cast';
import { seedComments } from './demo/comments';
import { seedCommitments } from './demo/commitments';
import { seedFeedback } from './demo/feedback';
import { seedIdeas } from './demo/ideas';
import { seedIncidents } from './demo/incidents';
import { seedReads, seedVersionReaders } from './demo/reads';
import { seedReplies } from './demo/replies';
import { seedRoadmap } from './demo/roadmap';
import { seedSearches } from './demo/searches';
import { seedTickets } from './demo/tickets';
import { seedTies } from './demo/ties';

/**
 * Loads the demo into an empty installation, all of it or nothing. Answers whether it did: an installation that has an
 * account already is left alone.
 */
export const seedDemo = async (now: Date = new Date()): Promise<boolean> =>
  database().transaction(async (tx) => {
    const [accounts] = await tx.select({ total: count() }).from(users);
    if (accounts && accounts.total > 0) return false;
    const cast = await seedCast(tx);
    await seedCommitments(tx);
    await seedTickets(tx, cast, now);
    await seedReplies(tx, cast);
    await seedIncidents(tx, cast, now);
    await seedRoadmap(tx, cast, now);
    await seedIdeas(tx, cast, now);
    await seedTies(tx, cast, now);
    await seedFeedback(tx, cast, now);
    await seedComments(tx, cast, now);
    await seedSearches(tx, now);
    await seedReads(tx, now);
    await seedVersionReaders(tx, now);
    return true;
  });
