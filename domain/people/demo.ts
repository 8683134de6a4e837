/** The accounts that the demo comes with. They sign in only while the demo is on (see `server/kernel/env.ts`). */
export const DEMO_PASSWORD = 'guichet-demo';

export const DEMO_EMAILS: readonly string[] = [
  'camille@lesamisdujardin.example',
  'noor@lesamisdujardin.example',
  'theo@guichet.example',
  'ines@guichet.example',
  'admin@guichet.example',
];
