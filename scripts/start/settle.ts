import { claimDataFolder } from '@/db/embedded/folders';
import { type Env, loadEnvFiles, publishEnv, readEnv } from '@/server/kernel/env';

/**
 * Whoever reads what a command says may leave: a closed terminal, a log collector that restarts. The command goes on without;
 * otherwise the failed writing would be reported, which fails in turn, for ever.
 */
const outliveReaders = (): void => {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
};

/**
 * Reads the settings for a command: files, environment, defaults, secrets; hands them on to everything in this process.
 * NODE_ENV must be right before React or Next are loaded, so commands import those only after this.
 */
export const settle = (mode: Env['mode']): Env => {
  outliveReaders();
  Object.assign(process.env, { NODE_ENV: mode, NEXT_TELEMETRY_DISABLED: '1', CONTENTLAYER_TELEMETRY_DISABLED: '1' });
  loadEnvFiles();
  // A .env file may name a mode meant for another command.
  Object.assign(process.env, { NODE_ENV: mode });
  claimDataFolder(process.env.GUICHET_DATA_DIR || '.data');
  const env = readEnv(process.env);
  publishEnv(env);
  return env;
};
