import { announcement, noticeLines } from './start/announce';
import { ensureBuilt, leaveBuild } from './start/build';
import { failWith } from './start/fail';
import { claimPort } from './start/port';
import { settle } from './start/settle';
import { untilStopped } from './start/stopping';

// `npm start`: everything in one process, built first when the sources changed.
try {
  const env = settle('production');
  console.log(`\n${noticeLines(env)}`);
  await claimPort(env.host, env.port);
  await ensureBuilt();
  // Loads React and Next, which look at NODE_ENV as they are loaded.
  const { startApp } = await import('./start/app');
  const app = await startApp(env, false);
  console.log(announcement(env));
  await untilStopped(async () => {
    await app.stop();
    leaveBuild();
  });
} catch (error) {
  failWith(error);
}
