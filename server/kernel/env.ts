import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { BackOfficeLink } from '@/domain/settings/back-office';
import { ownSecrets } from './own-secrets';
import { disagreements, type EnvSource, type Settings, settingsSchema, usesOwnServer, withoutEffect } from './settings';

/** Everything the surroundings decide, validated and completed. */
export type Env = {
  mode: Settings['NODE_ENV'];
  /** Absolute path; the only folder that is written at run time. */
  dataDir: string;
  contentDir: string;
  host: string;
  port: number;
  /** The address visitors type, without a slash at the end. */
  publicUrl: string;
  /** `embedded` until it is started: then `url` is where it answers. */
  database: { kind: 'embedded'; url: string | undefined } | { kind: 'server'; url: string };
  demo: boolean;
  /** Demo accounts may sign in: on this machine only, unless GUICHET_DEMO=on was set by hand. */
  demoAccounts: boolean;
  /** Mails are kept and shown at /dev/mailbox. */
  devMailbox: boolean;
  mail: { smtpUrl: string | undefined; from: string };
  /** Links from a request into the company's own back office. */
  backOfficeLinks: readonly BackOfficeLink[];
  /** How long queries and readings are kept. */
  searchLogDays: number;
  authSecret: string;
  inboundSecret: string;
  /** Jobs are done in the process that serves; else by `npm run worker` alone. */
  worker: boolean;
  /** Settings that were given but do nothing yet, one line each. */
  notices: string[];
};

/** The settings are wrong: every mistake, one line each. */
export class SettingsRefusal extends Error {
  override readonly name = 'SettingsRefusal';
  constructor(readonly mistakes: readonly string[]) {
    super(`Settings to correct:\n${mistakes.map((line) => `  ${line}`).join('\n')}`);
  }
}

const LOOPBACK = new Set(['localhost', '127.0.0.1', '::1', '[::1]']);

const withoutEmpty = (source: EnvSource): EnvSource =>
  Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value.trim() !== ''));

const validated = (source: EnvSource): Settings => {
  const given = withoutEmpty(source);
  const parsed = settingsSchema.safeParse(given);
  const alone = parsed.success ? [] : parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  const mistakes = [...alone, ...disagreements(given)];
  if (!parsed.success || mistakes.length > 0) throw new SettingsRefusal(mistakes);
  return parsed.data;
};

const secretsFor = (settings: Settings, dataDir: string): Pick<Env, 'authSecret' | 'inboundSecret'> => {
  const { AUTH_SECRET: authSecret, INBOUND_SECRET: inboundSecret } = settings;
  if (authSecret && inboundSecret) return { authSecret, inboundSecret };
  const own = ownSecrets(dataDir);
  return { authSecret: authSecret ?? own.authSecret, inboundSecret: inboundSecret ?? own.inboundSecret };
};

const databaseFor = (settings: Settings): Env['database'] =>
  settings.DATABASE_URL && usesOwnServer(settings)
    ? { kind: 'server', url: settings.DATABASE_URL }
    : { kind: 'embedded', url: settings.GUICHET_EMBEDDED_URL };

/**
 * Validates the settings and completes them with their defaults; throws a SettingsRefusal that lists every mistake.
 * Makes the installation's own secrets on the first call when none are given.
 */
export const readEnv = (source: EnvSource): Env => {
  const settings = validated(source);
  const dataDir = resolve(settings.GUICHET_DATA_DIR);
  const database = databaseFor(settings);
  const host = settings.HOST === 'localhost' ? '127.0.0.1' : settings.HOST;
  const publicUrl = new URL(settings.PUBLIC_URL ?? `http://localhost:${settings.PORT}`).origin;
  const demo = settings.GUICHET_DEMO ? settings.GUICHET_DEMO === 'on' : database.kind === 'embedded';
  const onlyHere = LOOPBACK.has(host) && LOOPBACK.has(new URL(publicUrl).hostname);
  const production = settings.NODE_ENV === 'production';
  const demoAccounts = demo && (onlyHere || settings.GUICHET_DEMO === 'on');
  return {
    mode: settings.NODE_ENV,
    dataDir,
    contentDir: resolve(settings.CONTENT_DIR),
    host,
    port: settings.PORT,
    publicUrl,
    database,
    demo,
    demoAccounts,
    // Whoever reads the mails can sign in as anybody: where the demo must not be entered they must not be shown either.
    devMailbox: !settings.SMTP_URL && (!production || (demoAccounts && database.kind === 'embedded')),
    mail: { smtpUrl: settings.SMTP_URL, from: settings.MAIL_FROM ?? 'Guichet <guichet@localhost>' },
    backOfficeLinks: settings.BACK_OFFICE_LINKS ?? [],
    searchLogDays: settings.SEARCH_LOG_DAYS,
    ...secretsFor(settings, dataDir),
    worker: settings.GUICHET_WORKER === 'on',
    notices: withoutEffect(settings),
  };
};

let current: Env | undefined;

/** The settings of this process, read once from its environment. */
export const env = (): Env => {
  current ??= readEnv(process.env);
  return current;
};

/** Reads `.env.local` and `.env`; what the environment holds already wins, then the first file. */
export const loadEnvFiles = (folder = process.cwd()): void => {
  for (const name of ['.env.local', '.env']) {
    const file = resolve(folder, name);
    if (existsSync(file)) process.loadEnvFile(file);
  }
};

/** Hands the completed settings on to what reads the environment by itself: Next's own modules, next-auth, child processes. */
export const publishEnv = (completed: Env): void => {
  process.env.GUICHET_DATA_DIR = completed.dataDir;
  process.env.CONTENT_DIR = completed.contentDir;
  process.env.PUBLIC_URL = completed.publicUrl;
  process.env.AUTH_SECRET = completed.authSecret;
  process.env.INBOUND_SECRET = completed.inboundSecret;
  process.env.AUTH_URL = completed.publicUrl;
  process.env.AUTH_TRUST_HOST = 'true';
  if (completed.database.kind === 'embedded' && completed.database.url) {
    process.env.DATABASE_URL = completed.database.url;
    process.env.GUICHET_EMBEDDED_URL = completed.database.url;
  }
  current = completed;
};
