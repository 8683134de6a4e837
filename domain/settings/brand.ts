import type { Locale } from '../people/locale';

/** The company whose help centre this is: what header, footer and mails say of it. */
export type Brand = {
  name: string;
  /** What the company's customers use; the header links to it. */
  product: { name: string; url: string };
  social: readonly { name: string; url: string }[];
  legal: { company: string; address: string; email: string };
  tagline: Record<Locale, string>;
};

/** The demo's company, shown until an installation says its own. */
export const DEMO_BRAND: Brand = {
  name: 'Ribambelle',
  product: { name: 'app.ribambelle.example', url: 'https://app.ribambelle.example' },
  social: [
    { name: 'LinkedIn', url: 'https://www.linkedin.example/company/ribambelle' },
    { name: 'Mastodon', url: 'https://mastodon.example/@ribambelle' },
    { name: 'PeerTube', url: 'https://video.ribambelle.example' },
  ],
  legal: {
    company: 'Ribambelle SAS',
    address: '12 rue des Tanneurs, 69007 Lyon',
    email: 'bonjour@ribambelle.example',
  },
  tagline: {
    fr: 'Le logiciel des associations qui avancent ensemble.',
    en: 'The software for associations that move together.',
  },
};
