import { z } from 'zod';
import {
  BACK_OFFICE_PLACES,
  type BackOfficeLink,
  MOST_BACK_OFFICE_LINKS,
  templateFault,
} from '@/domain/settings/back-office';

/** Node's own shape of an environment, with nothing assumed about what is in it. */
export type EnvSource = Readonly<Record<string, string | undefined>>;

const url = (protocols: readonly string[], example: string) =>
  z.string().refine((value) => URL.canParse(value) && protocols.includes(new URL(value).protocol), {
    error: `must be an address starting with ${protocols.map((protocol) => `${protocol}//`).join(' or ')}, e.g. ${example}`,
  });

const origin = (value: string): boolean => {
  if (!URL.canParse(value)) return false;
  const { protocol, pathname, search, hash } = new URL(value);
  return /^https?:$/.test(protocol) && pathname === '/' && !search && !hash;
};

const secret = z.string().min(16, {
  error: 'is too short; give at least 16 characters nobody can guess, e.g. what `openssl rand -hex 32` prints',
});

const MAILBOX = /^[^\s<>@]+@[^\s<>@]+$/;
const NAMED_MAILBOX = /^[^<>]*<\s*[^\s<>@]+@[^\s<>@]+\s*>$/;

const text = z.string();

const BACK_OFFICE_EXAMPLE =
  '[{"fr":"Fiche client","en":"Customer record","url":"https://crm.example.com/customers?mail={email}"}]';

const backOfficeLinks = z.array(
  z.strictObject({ fr: z.string().trim().min(1).max(60), en: z.string().trim().max(60).optional(), url: z.string() }),
);

const FAULTS = {
  https: 'must lead to addresses starting with https://, without a password',
  host: 'must name the host itself: {names} in braces may stand after it only',
  place: `knows these names in braces only: ${BACK_OFFICE_PLACES.join(', ')}`,
} as const;

/** Links as JSON, which a line of a file can hold. */
const backOffice = text.transform((value, context): BackOfficeLink[] => {
  const refuse = (message: string): never[] => {
    context.addIssue({ code: 'custom', message });
    return [];
  };
  let json: unknown;
  try {
    json = JSON.parse(value);
  } catch {
    return refuse(`must be a list in JSON, e.g. ${BACK_OFFICE_EXAMPLE}`);
  }
  const links = backOfficeLinks.max(MOST_BACK_OFFICE_LINKS).safeParse(json);
  if (!links.success) {
    return refuse(`must be a list of at most ${MOST_BACK_OFFICE_LINKS} links, e.g. ${BACK_OFFICE_EXAMPLE}`);
  }
  for (const { url } of links.data) {
    const fault = templateFault(url);
    if (fault) return refuse(FAULTS[fault]);
  }
  return links.data.map(({ fr, en, url }) => ({ label: en ? { fr, en } : { fr }, url }));
});

/** Each setting by itself. What several settings must agree on stands in `disagreements`. */
export const settingsSchema = z.object({
  NODE_ENV: z
    .enum(['development', 'production', 'test'], { error: 'must be development, production or test' })
    .default('development'),
  GUICHET_DATA_DIR: text.default('.data'),
  GUICHET_DEMO: z.enum(['on', 'off'], { error: 'must be on or off' }).optional(),
  DATABASE_URL: url(['postgres:', 'postgresql:'], 'postgres://guichet:password@db.example.com:5432/guichet').optional(),
  /** Set by the start command for its own processes: where the embedded database answers. */
  GUICHET_EMBEDDED_URL: text.optional(),
  SMTP_URL: url(['smtp:', 'smtps:'], 'smtps://user:password@mail.example.com:465').optional(),
  IMAP_URL: url(['imap:', 'imaps:'], 'imaps://user:password@mail.example.com:993').optional(),
  MAIL_FROM: text
    .refine((value) => MAILBOX.test(value) || NAMED_MAILBOX.test(value), {
      error: 'must be a mail address, e.g. help@example.com or Help <help@example.com>',
    })
    .optional(),
  AUTH_SECRET: secret.optional(),
  INBOUND_SECRET: secret.optional(),
  PUBLIC_URL: text
    .refine(origin, { error: 'must be the address visitors type, without a path, e.g. https://help.example.com' })
    .optional(),
  CONTENT_DIR: text.default('content'),
  STATUS_SNAPSHOT_DIR: text.optional(),
  S3_ENDPOINT: url(['https:', 'http:'], 'https://s3.eu-west-3.example.com').optional(),
  S3_REGION: text.optional(),
  S3_BUCKET: text.optional(),
  S3_ACCESS_KEY: text.optional(),
  S3_SECRET_KEY: text.optional(),
  HOST: text
    .regex(/^[\w.:-]+$/, { error: 'must be a host name or an IP address, e.g. 127.0.0.1 or 0.0.0.0' })
    .default('127.0.0.1'),
  PORT: z.coerce
    .number({ error: 'must be a number from 1 to 65535, e.g. 3000' })
    .int({ error: 'must be a whole number from 1 to 65535, e.g. 3000' })
    .min(1, { error: 'must be a number from 1 to 65535, e.g. 3000' })
    .max(65535, { error: 'must be a number from 1 to 65535, e.g. 3000' })
    .default(3000),
  BACK_OFFICE_LINKS: backOffice.optional(),
  SEARCH_LOG_DAYS: z.coerce
    .number({ error: 'must be a number of days from 7 to 1000, e.g. 180' })
    .int({ error: 'must be a whole number of days from 7 to 1000, e.g. 180' })
    .min(7, { error: 'must be a number of days from 7 to 1000, e.g. 180' })
    .max(1000, { error: 'must be a number of days from 7 to 1000, e.g. 180' })
    .default(180),
  GUICHET_LOG: z.enum(['debug', 'info', 'warn', 'error'], { error: 'must be debug, info, warn or error' }).optional(),
  GUICHET_PAGE_MEMORY: z.coerce
    .number({ error: 'must be a number of megabytes from 16 to 8192, e.g. 256' })
    .int({ error: 'must be a whole number of megabytes from 16 to 8192, e.g. 256' })
    .min(16, { error: 'must be a number of megabytes from 16 to 8192, e.g. 256' })
    .max(8192, { error: 'must be a number of megabytes from 16 to 8192, e.g. 256' })
    .optional(),
  GUICHET_DATABASE_POOL: z.coerce
    .number({ error: 'must be a number from 1 to 100, e.g. 10' })
    .int({ error: 'must be a whole number from 1 to 100, e.g. 10' })
    .min(1, { error: 'must be a number from 1 to 100, e.g. 10' })
    .max(100, { error: 'must be a number from 1 to 100, e.g. 10' })
    .optional(),
  GUICHET_WORKER: z.enum(['on', 'off'], { error: 'must be on or off' }).default('on'),
});

export type Settings = z.infer<typeof settingsSchema>;

const S3_NAMES = ['S3_ENDPOINT', 'S3_REGION', 'S3_BUCKET', 'S3_ACCESS_KEY', 'S3_SECRET_KEY'] as const;

type DatabaseSettings = { DATABASE_URL?: string | undefined; GUICHET_EMBEDDED_URL?: string | undefined };

/** True with a DATABASE_URL given by hand; the start command also sets one, that of the embedded database. */
export const usesOwnServer = (source: DatabaseSettings): boolean =>
  source.DATABASE_URL !== undefined && source.DATABASE_URL !== source.GUICHET_EMBEDDED_URL;

/** What the settings say together: one line for each contradiction or gap. */
export const disagreements = (source: EnvSource): string[] => {
  const lines: string[] = [];
  const needs = (name: string, when: boolean, why: string) => {
    if (when && !source[name]) lines.push(`${name}: is required ${why}`);
  };
  const ownServer = usesOwnServer(source) && source.NODE_ENV === 'production';
  const generate =
    'when DATABASE_URL is set, so that every instance has the same; e.g. what `openssl rand -hex 32` prints';
  needs('AUTH_SECRET', ownServer, generate);
  needs('INBOUND_SECRET', ownServer, generate);
  needs('MAIL_FROM', source.SMTP_URL !== undefined, 'when SMTP_URL is set; e.g. Help <help@example.com>');
  if (source.GUICHET_WORKER === 'off' && !usesOwnServer(source)) {
    lines.push(
      'GUICHET_WORKER: off needs DATABASE_URL, so that `npm run worker` does the work beside; without it nobody would',
    );
  }
  const bucket = S3_NAMES.filter((name) => source[name]);
  if (bucket.length > 0) {
    // Accepting them and writing to the local folder all the same would lose files on a machine without a lasting disk.
    lines.push(
      `${bucket.join(', ')}: buckets are not supported yet; remove the S3_ settings, files are kept in GUICHET_DATA_DIR/files`,
    );
  }
  return lines;
};

/** Settings that are understood but do nothing yet: said aloud at start, never passed over. */
export const withoutEffect = (settings: Settings): string[] => [
  ...(settings.IMAP_URL ? ['IMAP_URL: mailboxes are not read yet'] : []),
  ...(settings.STATUS_SNAPSHOT_DIR ? ['STATUS_SNAPSHOT_DIR: the static status page is not written yet'] : []),
];
