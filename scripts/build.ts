import { ensureBuilt, leaveBuild } from './start/build';
import { failWith } from './start/fail';
import { settle } from './start/settle';

// `npm run build`: what `npm start` would build first, for a machine that only runs it afterwards.
try {
  settle('production');
  await ensureBuilt();
  leaveBuild();
  process.exit(0);
} catch (error) {
  failWith(error);
}
