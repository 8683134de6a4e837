import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  accessSync,
  constants,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { platform } from 'node:os';
import { join } from 'node:path';
import type { Account } from './account';
import type { Binaries } from './binaries';
import { type Layout, privateFolder } from './folders';
import { EmbeddedRefusal } from './refusal';

export const SERVER_ROLE = 'guichet';

/**
 * How the server is told its data folder: as super-user we start it inside the folder, and it finds it through `/proc`,
 * because the account it runs as may be unable to pass the folders above (`/root`, a closed home).
 */
export const clusterArgument = (path: string, account: Account | undefined): string =>
  account && platform() === 'linux' ? '/proc/self/cwd' : path;

/** The little the server's programs need to know; nothing of ours (no PG… setting, no secret) reaches them. */
export const serverEnvironment = (): NodeJS.ProcessEnv => ({
  PATH: '/usr/bin:/bin',
  LC_ALL: 'C',
  TZ: 'UTC',
  NODE_ENV: process.env.NODE_ENV,
});

const run = (
  program: string,
  args: string[],
  input: string,
  cwd: string,
  account: Account | undefined,
): Promise<void> =>
  new Promise((done, fail) => {
    const child = spawn(program, args, { ...account, cwd, env: serverEnvironment(), stdio: ['pipe', 'pipe', 'pipe'] });
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
    child.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
    child.on('error', fail);
    child.on('close', (code) => {
      if (code === 0) return done();
      const reason = said.split('\n').find((line) => /error|fatal|cannot|could not/i.test(line)) ?? said.trim();
      fail(new EmbeddedRefusal(`The embedded database could not be created: ${reason}`));
    });
    child.stdin.end(input);
  });

const sweepUnfinished = (layout: Layout): void => {
  for (const name of readdirSync(layout.home)) {
    if (name.startsWith('cluster.new-')) rmSync(join(layout.home, name), { recursive: true, force: true });
  }
};

/** No door but the socket, and none without the password; initdb's own file would trust every local account. */
const ACCESS_RULES = 'local all all scram-sha-256\n';

const create = async (layout: Layout, binaries: Binaries, account: Account | undefined): Promise<void> => {
  sweepUnfinished(layout);
  const password = randomBytes(24).toString('hex');
  const aside = privateFolder(`${layout.cluster}.new-${process.pid}`, account);
  const folder = clusterArgument(aside, account);
  const program = (name: string) => join(binaries.folder, 'bin', name);
  const locale = ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--encoding=UTF8'];
  const args = ['-D', folder, ...locale, '--auth=trust', `--username=${SERVER_ROLE}`, '--no-instructions'];
  await run(program('initdb'), args, '', aside, account);
  const firstWords = `alter role ${SERVER_ROLE} password '${password}'\ncreate database ${SERVER_ROLE}\n`;
  await run(program('postgres'), ['--single', '-D', folder, 'postgres'], firstWords, aside, account);
  writeFileSync(join(aside, 'pg_hba.conf'), ACCESS_RULES);
  writeFileSync(layout.password, password, { mode: 0o600 });
  // Renamed last: a cluster under its own name is a whole one, whatever happened before.
  renameSync(aside, layout.cluster);
};

const refuseOtherMajor = (layout: Layout, binaries: Binaries): void => {
  const made = readFileSync(join(layout.cluster, 'PG_VERSION'), 'utf8').trim();
  if (made === String(binaries.major)) return;
  throw new EmbeddedRefusal(
    `${layout.cluster} was made by Postgres ${made}, this is ${binaries.major}: with the former version run npm run backup, then restore it into a new data folder.`,
  );
};

const refuseUnreadable = (layout: Layout): void => {
  try {
    accessSync(layout.cluster, constants.R_OK | constants.W_OK | constants.X_OK);
    accessSync(layout.password, constants.R_OK);
  } catch {
    throw new EmbeddedRefusal(
      `The database in ${layout.home} belongs to another account: start as that account, or set GUICHET_DATA_DIR to another folder.`,
    );
  }
};

/** Makes the cluster on the first start (a half-made one of a killed start does not count); tells whether it did. */
export const ensureCluster = async (
  layout: Layout,
  binaries: Binaries,
  account: Account | undefined,
): Promise<'created' | 'existing'> => {
  if (!existsSync(layout.cluster)) {
    await create(layout, binaries, account);
    return 'created';
  }
  refuseUnreadable(layout);
  refuseOtherMajor(layout, binaries);
  return 'existing';
};
