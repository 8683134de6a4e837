import { eq } from 'drizzle-orm';
import type { Tx } from '../../client';
import { appendThemeEvent, insertTheme, replaceSteps } from '../../roadmap/queries';
import { themeSteps } from '../../roadmap/schema';
import type { DemoCast } from './cast';
import { DEMO_THEMES } from './themes';
import { typeset } from './typeset';

const DAY_MS = 86_400_000;

/** Writes the demo's roadmap with its history. */
export const seedRoadmap = async (tx: Tx, cast: DemoCast, now: Date): Promise<void> => {
  const ago = (days: number) => new Date(now.getTime() - days * DAY_MS);
  for (const { steps, createdDaysAgo, ...facts } of DEMO_THEMES) {
    const theme = await insertTheme(tx, {
      ...facts,
      title: typeset(facts.title),
      why: typeset(facts.why),
      what: typeset(facts.what),
      ...(facts.postponedReason ? { postponedReason: typeset(facts.postponedReason) } : {}),
      createdAt: ago(createdDaysAgo),
      updatedAt: ago(createdDaysAgo),
    });
    if (!theme) throw new Error('a demo theme is named twice');
    const actorId = cast.people.ines;
    await appendThemeEvent(tx, theme.id, { kind: 'created', actorId, data: {}, at: ago(createdDaysAgo) });
    if (facts.state !== 'exploring') {
      const data = { from: 'exploring', to: facts.state };
      await appendThemeEvent(tx, theme.id, { kind: 'moved', actorId, data, at: ago(createdDaysAgo - 6) });
    }
    await replaceSteps(
      tx,
      { ...theme, steps: [] },
      steps.map(({ title }) => ({ title: typeset(title), done: false })),
      now,
    );
    const rows = await tx
      .select()
      .from(themeSteps)
      .where(eq(themeSteps.themeId, theme.id))
      .orderBy(themeSteps.position);
    const finished = steps.flatMap((step, index) =>
      step.doneDaysAgo === undefined ? [] : [{ days: step.doneDaysAgo, index }],
    );
    for (const { days, index } of finished.sort((a, b) => b.days - a.days)) {
      const row = rows[index];
      if (!row) throw new Error('a demo step was not written');
      await tx
        .update(themeSteps)
        .set({ doneAt: ago(days) })
        .where(eq(themeSteps.id, row.id));
      await appendThemeEvent(tx, theme.id, {
        kind: 'step-done',
        actorId,
        data: { title: row.title },
        at: ago(days),
      });
    }
  }
};
