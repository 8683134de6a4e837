import { readFileSync, statSync } from 'node:fs';
import { errorCode } from './refusal';

/** The system account that owns the cluster and runs the server. */
export type Account = { uid: number; gid: number };

const NOBODY: Account = { uid: 65534, gid: 65534 };

const accountNamed = (name: string, passwd: string): Account | undefined => {
  const fields = passwd
    .split('\n')
    .find((line) => line.startsWith(`${name}:`))
    ?.split(':');
  return fields ? { uid: Number(fields[2]), gid: Number(fields[3]) } : undefined;
};

const ownerOf = (path: string): Account | undefined => {
  try {
    const { uid, gid } = statSync(path);
    return { uid, gid };
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
};

const readPasswd = (): string => {
  try {
    return readFileSync('/etc/passwd', 'utf8');
  } catch {
    return '';
  }
};

/**
 * The account to run the server as when we are the super-user, whom Postgres refuses; undefined when we are somebody else
 * already. An existing cluster keeps its owner, so that installing a Postgres package later changes nothing.
 */
export const serverAccount = (clusterPath: string): Account | undefined => {
  if (process.getuid?.() !== 0) return undefined;
  const owner = ownerOf(clusterPath);
  if (owner && owner.uid !== 0) return owner;
  const passwd = readPasswd();
  return accountNamed('postgres', passwd) ?? accountNamed('nobody', passwd) ?? NOBODY;
};
