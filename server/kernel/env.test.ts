import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readEnv, SettingsRefusal } from './env';

const folder = mkdtempSync(join(tmpdir(), 'guichet-env-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const read = (settings: Record<string, string>) =>
  readEnv({ GUICHET_DATA_DIR: folder, NODE_ENV: 'production', ...settings });

const mistakesOf = (settings: Record<string, string>): readonly string[] => {
  try {
    read(settings);
    return [];
  } catch (error) {
    if (error instanceof SettingsRefusal) return error.mistakes;
    throw error;
  }
};

const SECRETS = { AUTH_SECRET: 'a'.repeat(32), INBOUND_SECRET: 'b'.repeat(32) };
const SERVER = { DATABASE_URL: 'postgres://u:p@db.example.com/guichet', ...SECRETS };

describe('settings', () => {
  it('needs none: everything has a default', () => {
    expect(read({})).toMatchObject({
      host: '127.0.0.1',
      port: 3000,
      publicUrl: 'http://localhost:3000',
      database: { kind: 'embedded' },
      demo: true,
      demoAccounts: true,
      devMailbox: true,
      notices: [],
    });
  });

  it.each([
    ['PORT', 'abc', /^PORT: must be a number from 1 to 65535/],
    ['PORT', '0', /^PORT: must be a number from 1 to 65535/],
    ['PORT', '70000', /^PORT: must be a number from 1 to 65535/],
    ['HOST', 'my host', /^HOST: must be a host name/],
    ['GUICHET_DEMO', 'yes', /^GUICHET_DEMO: must be on or off/],
    ['DATABASE_URL', 'mysql://x/y', /^DATABASE_URL: must be an address starting with postgres:\/\//],
    ['SMTP_URL', 'mail.example.com', /^SMTP_URL: must be an address starting with smtp:\/\//],
    ['IMAP_URL', 'pop3://x', /^IMAP_URL: must be an address starting with imap:\/\//],
    ['MAIL_FROM', 'Help', /^MAIL_FROM: must be a mail address/],
    ['AUTH_SECRET', 'short', /^AUTH_SECRET: is too short/],
    ['INBOUND_SECRET', 'short', /^INBOUND_SECRET: is too short/],
    ['PUBLIC_URL', 'help.example.com', /^PUBLIC_URL: must be the address visitors type/],
    ['PUBLIC_URL', 'https://example.com/help', /^PUBLIC_URL: must be the address visitors type/],
    ['GUICHET_LOG', 'loud', /^GUICHET_LOG: must be debug/],
    ['GUICHET_PAGE_MEMORY', '1', /^GUICHET_PAGE_MEMORY: must be a number of megabytes from 16 to 8192/],
    ['GUICHET_WORKER', 'no', /^GUICHET_WORKER: must be on or off/],
    ['GUICHET_WORKER', 'off', /^GUICHET_WORKER: off needs DATABASE_URL/],
    ['GUICHET_DATABASE_POOL', '0', /^GUICHET_DATABASE_POOL: must be a number from 1 to 100/],
    ['BACK_OFFICE_LINKS', 'https://crm.example.com', /^BACK_OFFICE_LINKS: must be a list in JSON, e\.g\. \[/],
    ['BACK_OFFICE_LINKS', '[{"url":"https://x.example"}]', /^BACK_OFFICE_LINKS: must be a list of at most 8 links/],
    ['BACK_OFFICE_LINKS', '[{"fr":"Fiche","url":"http://x.example"}]', /^BACK_OFFICE_LINKS: must lead to addresses/],
    ['BACK_OFFICE_LINKS', '[{"fr":"Fiche","url":"https://{email}.example"}]', /^BACK_OFFICE_LINKS: must name the host/],
    ['BACK_OFFICE_LINKS', '[{"fr":"Fiche","url":"https://x.example/{id}"}]', /^BACK_OFFICE_LINKS: knows these names/],
    ['S3_BUCKET', 'files', /^S3_BUCKET: buckets are not supported yet/],
  ])('%s=%s is refused in one line', (name, value, line) => {
    const mistakes = mistakesOf({ ...SECRETS, MAIL_FROM: 'help@example.com', [name]: value });
    expect(mistakes).toHaveLength(1);
    expect(mistakes[0]).toMatch(line);
    expect(mistakes[0]).not.toContain('\n');
  });

  it('lists every mistake at once, also those between settings', () => {
    const mistakes = mistakesOf({ PORT: 'x', HOST: '?', DATABASE_URL: SERVER.DATABASE_URL, SMTP_URL: 'smtp://mail' });
    expect(mistakes.map((line) => line.split(':')[0]).sort()).toEqual(
      ['AUTH_SECRET', 'HOST', 'INBOUND_SECRET', 'MAIL_FROM', 'PORT'].sort(),
    );
  });

  it('never repeats a secret or a password', () => {
    const said = mistakesOf({ AUTH_SECRET: 'hunter2', SMTP_URL: 'http://me:hunter2@mail' }).join();
    expect(said).not.toContain('hunter2');
  });

  it('takes an empty setting as none', () => {
    expect(read({ SMTP_URL: '', PORT: '' })).toMatchObject({ port: 3000, mail: { smtpUrl: undefined } });
  });

  it('reads links into the back office', () => {
    const links = '[{"fr":"Fiche client","en":"Customer record","url":"https://crm.example.com/?mail={email}"}]';
    expect(read({ BACK_OFFICE_LINKS: links }).backOfficeLinks).toEqual([
      { label: { fr: 'Fiche client', en: 'Customer record' }, url: 'https://crm.example.com/?mail={email}' },
    ]);
    expect(read({}).backOfficeLinks).toEqual([]);
  });

  it('says aloud what has no effect yet', () => {
    expect(read({ IMAP_URL: 'imaps://me:pw@mail' }).notices).toHaveLength(1);
  });
});

describe('secrets', () => {
  it('are made once and kept for their owner only', () => {
    const first = read({});
    expect(first.authSecret.length).toBeGreaterThanOrEqual(32);
    expect(read({})).toMatchObject({ authSecret: first.authSecret, inboundSecret: first.inboundSecret });
    expect(statSync(join(folder, 'secrets.json')).mode & 0o777).toBe(0o600);
    expect(JSON.parse(readFileSync(join(folder, 'secrets.json'), 'utf8'))).toHaveProperty(
      'authSecret',
      first.authSecret,
    );
  });

  it('must be given with a database server, in production', () => {
    expect(mistakesOf({ DATABASE_URL: SERVER.DATABASE_URL })).toHaveLength(2);
    expect(mistakesOf({ DATABASE_URL: SERVER.DATABASE_URL, NODE_ENV: 'development' })).toEqual([]);
  });
});

describe('the demo', () => {
  it.each([
    ['embedded, this machine', {}, true, true],
    ['embedded, open to the network', { HOST: '0.0.0.0' }, true, false],
    ['embedded, behind a public address', { PUBLIC_URL: 'https://help.example.com' }, true, false],
    ['open to the network, but asked for by hand', { HOST: '0.0.0.0', GUICHET_DEMO: 'on' }, true, true],
    ['switched off', { GUICHET_DEMO: 'off' }, false, false],
    ['a database server', SERVER, false, false],
    ['a database server, asked for by hand', { ...SERVER, GUICHET_DEMO: 'on' }, true, true],
    [
      'the embedded database, seen by a process the start command told its address',
      { DATABASE_URL: 'postgres://x@localhost/g', GUICHET_EMBEDDED_URL: 'postgres://x@localhost/g' },
      true,
      true,
    ],
  ])('%s', (_case, settings, demo, demoAccounts) => {
    expect(read(settings)).toMatchObject({ demo, demoAccounts });
  });

  it('never shows mails of a database server in production, nor to a network nobody opened the demo to', () => {
    expect(read({ ...SERVER, GUICHET_DEMO: 'on' }).devMailbox).toBe(false);
    const open = { NODE_ENV: 'production', HOST: '0.0.0.0' };
    expect(read(open).devMailbox).toBe(false);
    expect(read({ ...open, GUICHET_DEMO: 'on' }).devMailbox).toBe(true);
    expect(read({ NODE_ENV: 'production' }).devMailbox).toBe(true);
  });
});
