import type { Env } from '@/server/kernel/env';

const DEMO_PASSWORD = 'guichet-demo';
const DEMO_ACCOUNTS = [
  ['customer', 'camille@lesamisdujardin.example', 'manages her organisation'],
  ['customer', 'noor@lesamisdujardin.example', ''],
  ['agent', 'theo@guichet.example', ''],
  ['editor', 'ines@guichet.example', ''],
  ['admin', 'admin@guichet.example', ''],
] as const;

const demoLines = (): string[] => [
  `  Demo accounts, password ${DEMO_PASSWORD}`,
  ...DEMO_ACCOUNTS.map(([role, email, note]) => `    ${role.padEnd(9)} ${email}${note ? `  (${note})` : ''}`),
  '',
];

/** What a person needs once everything runs: where to look, who to be, where the data is, how to stop. */
export const announcement = (env: Env): string =>
  [
    '',
    `  Guichet is at  ${env.publicUrl}`,
    `  Data is in     ${env.dataDir}`,
    ...(env.devMailbox
      ? [`  Mails are at   ${env.publicUrl}/dev/mailbox  (no SMTP_URL: none leaves this machine)`]
      : []),
    '',
    ...(env.demoAccounts ? demoLines() : []),
    ...(env.demo ? [] : [`  First time? The first admin is set up at ${env.publicUrl}/fr/set-up`, '']),
    '  Ctrl-C stops everything.',
    '',
  ].join('\n');

/** Settings that were given but have no effect in this version. */
export const noticeLines = (env: Env): string => env.notices.map((line) => `  ! ${line}\n`).join('');
