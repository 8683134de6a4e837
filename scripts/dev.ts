import { announcement, noticeLines } from './start/announce';
import { failWith } from './start/fail';
import { claimPort } from './start/port';
import { settle } from './start/settle';
import { untilStopped } from './start/stopping';

// `npm run dev`: the same as `npm start`, with pages compiled as they are asked for and after each change of a source.
try {
  const env = settle('development');
  console.log(`\n${noticeLines(env)}`);
  await claimPort(env.host, env.port);
  // Loads React and Next, which look at NODE_ENV as they are loaded.
  const { startApp } = await import('./start/app');
  const app = await startApp(env, true);
  console.log(announcement(env));
  await untilStopped(app.stop);
} catch (error) {
  failWith(error);
}
