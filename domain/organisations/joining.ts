/** How one comes to belong to an organisation: by an address of its domains, by asking, or by invitation alone. */
export const ACCESS_MODES = ['open', 'approval', 'invitation'] as const;
export type AccessMode = (typeof ACCESS_MODES)[number];

/** What was said to somebody who asked to join. */
export const JOIN_OUTCOMES = ['approved', 'declined'] as const;

/** How long an invitation works, in days: people are away for a week. */
export const INVITATION_DAYS = 14;

/** Mail providers that everybody uses: an address there says nothing of where somebody belongs. */
const PUBLIC_MAIL = new Set(
  `aol.com bbox.fr free.fr gmail.com gmx.com gmx.fr googlemail.com hotmail.com hotmail.fr icloud.com laposte.net live.com
  live.fr mac.com mail.com me.com msn.com neuf.fr numericable.fr orange.fr outlook.com outlook.fr pm.me proton.me
  protonmail.com sfr.fr wanadoo.fr yahoo.com yahoo.fr ymail.com zoho.com`.split(/\s+/),
);

/** Domains as one types them, parted by blanks or commas, each once. */
export const domainsIn = (text: string): string[] => [
  ...new Set(
    text
      .toLowerCase()
      .split(/[\s,;]+/)
      .map((word) => word.replace(/^@/, ''))
      .filter(Boolean),
  ),
];

/** What is wrong with a domain for recognising an organisation's addresses by, or `null`. */
export const domainFault = (domain: string): 'form' | 'public' | null => {
  if (!/^(?=.{3,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/.test(domain)) return 'form';
  return PUBLIC_MAIL.has(domain) ? 'public' : null;
};

/** The domain of an address, lower case; empty for what is no address. */
const domainOf = (email: string): string => email.slice(email.lastIndexOf('@') + 1).toLowerCase();

/**
 * The domain by which an address says where somebody belongs, or `null`: one that everybody uses says nothing, even where
 * an organisation came to list it.
 */
export const tellingDomain = (email: string): string | null => {
  const domain = domainOf(email);
  return email.includes('@') && domainFault(domain) === null ? domain : null;
};

/** What becomes of somebody who wants to join: they are in at once, or somebody is asked; `null` where one is invited only. */
export const joiningBy = (access: AccessMode): 'joins' | 'asks' | null => {
  if (access === 'open') return 'joins';
  return access === 'approval' ? 'asks' : null;
};
