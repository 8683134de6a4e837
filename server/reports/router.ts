import { reading, router } from '../kernel/trpc';
import { agents } from './agents';
import { answer } from './answer';
import { backlog } from './backlog';
import { choices } from './choices';
import { deadlines } from './deadlines';
import { ratings } from './ratings';
import { resolution } from './resolution';
import { teams } from './teams';
import { volume } from './volume';

export const reportsRouter = router({
  choices: reading(choices),
  volume: reading(volume),
  answer: reading(answer),
  resolution: reading(resolution),
  deadlines: reading(deadlines),
  backlog: reading(backlog),
  ratings: reading(ratings),
  teams: reading(teams),
  agents: reading(agents),
});
