import { serverAccount } from './account';
import { findBinaries } from './binaries';
import { ensureCluster } from './cluster';
import { type Layout, layoutIn } from './folders';
import { holdersIn } from './holders';
import { withLock } from './lock';
import { serverUrl, settledServer, startServer, stopServer } from './server';

/** A running database of our own. `url` is read by `connectionOptions`; `stop` stops the server unless another process still uses it. */
export type EmbeddedDatabase = {
  url: string;
  how: 'created' | 'started' | 'adopted';
  stop: () => Promise<void>;
};

/** `durable: false` is for databases of tests only: faster, and lost with the machine's power. */
export type EmbeddedOptions = { dataDir: string; durable?: boolean; onWait?: (holderPid: number) => void };

const LOCK_PATIENCE = 90_000;
const NOT_DURABLE = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'];

const bringUp = async (layout: Layout, durable: boolean): Promise<EmbeddedDatabase['how']> => {
  if (await settledServer(layout)) return 'adopted';
  const account = serverAccount(layout.cluster);
  const binaries = findBinaries(account, layout.home);
  const cluster = await ensureCluster(layout, binaries, account);
  await startServer(layout, binaries, account, durable ? [] : NOT_DURABLE);
  return cluster === 'created' ? 'created' : 'started';
};

/**
 * Gives the database of a data folder: adopts its server when one lives (left by a killed app, or started by another
 * process), else starts it, after creating the cluster on the very first start. Starts and stops on one data folder take
 * turns. Throws an EmbeddedRefusal, one line saying what to do, when it cannot.
 */
export const startEmbedded = async (options: EmbeddedOptions): Promise<EmbeddedDatabase> => {
  const layout = layoutIn(options.dataDir);
  const holders = holdersIn(layout.holders);
  const turn = { patience: LOCK_PATIENCE, ...(options.onWait ? { onWait: options.onWait } : {}) };
  const how = await withLock(layout.lock, turn, async () => {
    const result = await bringUp(layout, options.durable ?? true);
    holders.join();
    return result;
  });
  const stop = () =>
    withLock(layout.lock, { patience: LOCK_PATIENCE }, async () => {
      holders.leave();
      if (holders.others().length === 0) await stopServer(layout);
    });
  return { url: serverUrl(layout), how, stop };
};
