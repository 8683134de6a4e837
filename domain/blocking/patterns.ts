import { normaliseEmail } from '../people/email';

/** What is blocked: one address, or all addresses of a domain and of those below it. */
export const BLOCK_KINDS = ['address', 'domain'] as const;
export type BlockKind = (typeof BLOCK_KINDS)[number];

const DOMAIN = /^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/;
const ADDRESS = /^[^\s@<>,;]+@([^\s@]+)$/;

/** Reads an address or a domain as people write it (`@spam.example` is a domain, too); `null` for what is neither. */
export const readPattern = (written: string): { kind: BlockKind; pattern: string } | null => {
  const text = normaliseEmail(written).replace(/^@/, '');
  if (text.length > 254) return null;
  if (DOMAIN.test(text)) return { kind: 'domain', pattern: text };
  const domain = ADDRESS.exec(text)?.[1];
  return domain && DOMAIN.test(domain) ? { kind: 'address', pattern: text } : null;
};

/** All that could block an address: itself, its domain, and each domain above that. */
export const patternsAgainst = (address: string): string[] => {
  const email = normaliseEmail(address);
  const labels = email.slice(email.lastIndexOf('@') + 1).split('.');
  return [email, ...labels.slice(0, -1).map((_, index) => labels.slice(index).join('.'))];
};
