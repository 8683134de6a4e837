import { articlesRouter } from './articles/router';
import { auditRouter } from './audit/router';
import { blockingRouter } from './blocking/router';
import { commentsRouter } from './comments/router';
import { formsRouter } from './forms/router';
import { ideasRouter } from './ideas/router';
import { incidentsRouter } from './incidents/router';
import { createCallerFactory, router } from './kernel/trpc';
import { mailRouter } from './mail/router';
import { organisationsRouter } from './organisations/router';
import { peopleRouter } from './people/router';
import { repliesRouter } from './replies/router';
import { reportsRouter } from './reports/router';
import { roadmapRouter } from './roadmap/router';
import { searchRouter } from './search/router';
import { slaRouter } from './sla/router';
import { tagsRouter } from './tags/router';
import { teamsRouter } from './teams/router';
import { ticketsRouter } from './tickets/router';

/** All verbs of the product, by feature. */
export const appRouter = router({
  articles: articlesRouter,
  audit: auditRouter,
  blocking: blockingRouter,
  comments: commentsRouter,
  forms: formsRouter,
  ideas: ideasRouter,
  incidents: incidentsRouter,
  mail: mailRouter,
  organisations: organisationsRouter,
  people: peopleRouter,
  replies: repliesRouter,
  reports: reportsRouter,
  roadmap: roadmapRouter,
  search: searchRouter,
  sla: slaRouter,
  tags: tagsRouter,
  teams: teamsRouter,
  tickets: ticketsRouter,
});
export type AppRouter = typeof appRouter;

/** Calls verbs in the process, for server components, forms and jobs: `createCaller(call).tickets.resolve({ number })`. */
export const createCaller = createCallerFactory(appRouter);
