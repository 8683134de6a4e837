import { PHASE_PRODUCTION_SERVER } from 'next/constants.js';

/** @type {import('next').NextConfig} */
const config = {
  // A request with a session gets the help by way of pages that know who asks: the address stays, restricted
  // articles show, and the page kept for everybody is never involved.
  rewrites: async () => ({
    beforeFiles: [
      ...['authjs.session-token', '__Secure-authjs.session-token'].flatMap((key) => [
        ...['', '/:collection', '/:collection/:slug', '/:collection/:slug/comments'].map((rest) => ({
          source: `/:locale(fr|en)/help${rest}`,
          has: [{ type: 'cookie', key }],
          destination: `/:locale/reserved${rest}`,
        })),
        ...[
          ...['', '/news', '/news/by/:facets+', '/news/:slug', '/events', '/events/:slug/event.ics'],
          // The glossary is the same for everybody.
          ...['/ideas', '/ideas/by/:view', '/ideas/:number([0-9]+)'],
          ...['/resources', '/resources/by/:kind', '/resources/:slug((?!glossary$)[^/]+)'],
        ].map((rest) => ({
          source: `/:locale(fr|en)${rest}`,
          has: [{ type: 'cookie', key }],
          destination: `/:locale/signed-in${rest.replace(/\(.*\)/, '')}`,
        })),
      ]),
      // Feeds at the addresses Statuspage's clients know. They stand under a language so that they are rendered on demand:
      // a route without any part to fill in would be rendered while building, when there is no database.
      { source: '/history.atom', destination: '/fr/history.atom' },
      { source: '/history.rss', destination: '/fr/history.rss' },
      { source: '/opensearch.xml', destination: '/fr/opensearch.xml' },
      { source: '/sitemap.xml', destination: '/sitemaps/index.xml' },
    ],
  }),
  // The front keeps pages, once, as readers take them; Next would keep each a second time, as text and as data.
  cacheMaxMemorySize: 0,
  poweredByHeader: false,
  // Of working pages, which are streams: 136 KB become 23. What the front keeps it asks for plain and compresses once.
  compress: true,
  reactStrictMode: true,
  // Types are checked by `npm run check`; once more here would double the wait of a first start.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: [
    '@node-rs/argon2',
    'postgres',
    'sharp',
    'graphile-worker',
    'sanitize-html',
    'file-type',
    'date-holidays',
  ],
  experimental: {
    serverActions: { bodySizeLimit: '60mb' },
    // Rendered pages are kept by the front's page store; Next would write them into the build, where a restart finds them old.
    isrFlushToDisk: false,
  },
};

/**
 * Only what builds needs the plugin: it tells where the words of a request come from. It brings a compiler along, which took 30 MB
 * of the memory of whoever merely serves.
 */
const configIn = async (phase) => {
  if (phase === PHASE_PRODUCTION_SERVER) return config;
  const { default: createNextIntlPlugin } = await import('next-intl/plugin');
  return createNextIntlPlugin('./app/_i18n/request.ts')(config);
};

export default configIn;
