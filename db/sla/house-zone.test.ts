import { expect, it } from 'vitest';
import { insertVote, weeklyTallies } from '../articles/votes';
import { insertAccount } from '../people/accounts';
import { rolledBack } from '../testing/rolled-back';
import { houseTimeZone } from './house-zone';
import { calendars } from './schema';

it(
  'is that of the calendar the house works by: weeks begin in it, and new accounts are in it',
  rolledBack(async (tx) => {
    expect(await houseTimeZone(tx)).toBe('Europe/Paris');
    await tx.update(calendars).set({ timeZone: 'America/Toronto' });
    const zone = await houseTimeZone(tx);
    expect(zone).toBe('America/Toronto');
    const account = await insertAccount(tx, { name: 'Camille Roux', email: 'camille@house-zone.test' });
    expect(account?.timeZone).toBe(zone);
    const article = { articleKey: 'house-zone', locale: 'fr' } as const;
    const said = { verdict: 'yes', reason: null, words: null } as const;
    // Monday in Paris, Sunday evening in Toronto.
    await insertVote(tx, article, { userId: null, readerHash: 'somebody' }, said, new Date('2026-11-22T23:30:00Z'));
    const filter = { articleKeys: [article.articleKey] };
    const weeksIn = async (timeZone: string) => (await weeklyTallies(tx, filter, timeZone)).map(({ week }) => week);
    expect(await weeksIn(zone)).toEqual(['2026-11-16']);
    expect(await weeksIn('Europe/Paris')).toEqual(['2026-11-23']);
  }),
);
