/** The houses that only the demo's accounts live in, all with one known password; nobody owns an address under `.example` (RFC 2606). */
const DEMO_DOMAINS = ['guichet.example', 'lesamisdujardin.example', 'avironduconfluent.example'] as const;

/** An address as the demo gives them. */
export type DemoEmail = `${string}@${(typeof DEMO_DOMAINS)[number]}`;

/** Whether an account belongs to the demo. Other addresses under `.example` are somebody's trial, and as good as any. */
export const isDemoAddress = (email: string): email is DemoEmail =>
  DEMO_DOMAINS.some((domain) => email.endsWith(`@${domain}`));
