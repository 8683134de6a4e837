const { readdirSync, readFileSync } = require('node:fs');
const { join } = require('node:path');

/** The walls of docs/architecture.md. scripts/boundaries.test.ts shows that each falls on a deliberate breach. */
// Tests, and what tests of one folder share.
const test = '(\\.test\\.tsx?|/testing\\.ts)$';

const CLIENT = /^(\s|\/\/.*\n|\/\*[\s\S]*?\*\/)*['"]use client['"]/;
const escaped = (path) => path.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Files that open with "use client": a tool that reads imports alone cannot know them. */
const clientComponents = (folder) => {
  try {
    return readdirSync(folder, { recursive: true })
      .filter((name) => /\.tsx?$/.test(name))
      .map((name) => join(folder, name))
      .filter((file) => CLIENT.test(readFileSync(file, 'utf8')));
  } catch (error) {
    if (error.code === 'ENOENT') return [];
    throw error;
  }
};

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'domain-imports-domain',
      comment: '1. domain is pure: it imports only itself, and Temporal through domain/time/temporal.ts.',
      severity: 'error',
      from: { path: '^domain/', pathNot: `${test}|^domain/time/temporal\\.ts$` },
      to: { pathNot: '^domain/' },
    },
    {
      name: 'temporal-through-one-file',
      comment: '1. the one file of domain that imports a package, and the one package.',
      severity: 'error',
      from: { path: '^domain/time/temporal\\.ts$' },
      to: { pathNot: '^domain/|temporal-polyfill' },
    },
    {
      name: 'db-below-server',
      comment: '2. db knows SQL, not use cases nor pages.',
      severity: 'error',
      from: { path: '^db/' },
      to: { path: '^(server|app|front)/' },
    },
    {
      name: 'drizzle-in-db',
      comment: '3. SQL is written under db/ only. Tests may look at the rows that a verb left.',
      severity: 'error',
      from: { path: '^(app|domain|server|front|scripts|reading|widget|e2e|bench)/', pathNot: test },
      to: { path: '(^|node_modules/)drizzle-orm(/|$)' },
    },
    {
      name: 'app-never-db',
      comment: '4. pages ask use cases, not tables.',
      severity: 'error',
      from: { path: '^app/' },
      to: { path: '^db/' },
    },
    {
      name: 'app-enters-by-doors',
      comment: '4. pages enter server through its doors; only the HTTP doors themselves reach further.',
      severity: 'error',
      from: { path: '^app/', pathNot: '^app/(api|_trpc|healthz|readyz)/' },
      to: { path: '^server/', pathNot: '^server/(root|auth|session)\\.ts$|^server/kernel/content\\.ts$' },
    },
    {
      name: 'features-apart',
      comment: '5. a feature of server imports itself, the kernel, domain and db; never another feature.',
      severity: 'error',
      from: { path: '^server/([^/]+)/', pathNot: `^server/(kernel|mail|jobs|files|webhooks)/|${test}` },
      to: { path: '^server/', pathNot: '^server/($1|kernel)/' },
    },
    {
      name: 'kernel-below-features',
      comment: '5. the kernel carries the features and knows none.',
      severity: 'error',
      from: { path: '^server/kernel/', pathNot: test },
      to: { path: '^server/', pathNot: '^server/kernel/' },
    },
    {
      name: 'no-cycles',
      comment: '6. no cycles.',
      severity: 'error',
      from: { pathNot: 'node_modules' },
      to: { circular: true },
    },
    {
      name: 'content-through-the-store',
      comment:
        '7. what the store keeps on disk is its own affair; commands and benchmarks may build, watch and check it.',
      severity: 'error',
      from: {
        pathNot: `^server/kernel/content(/|\\.ts$)|^server/testing/|^(scripts|bench)/|^contentlayer\\.config\\.ts$|${test}`,
      },
      to: { path: '^server/kernel/content/' },
    },
    {
      name: 'one-content-store',
      comment: '7. one file reads what Contentlayer wrote.',
      severity: 'error',
      from: { pathNot: '^server/kernel/content/generated?\\.ts$|^contentlayer\\.config\\.ts$' },
      to: { path: '(^|/)\\.contentlayer/|(^|node_modules/)contentlayer2?(/|$)' },
    },
    {
      name: 'reading-pages-without-client-components',
      comment: '8. reading pages are never hydrated: nothing they reach may be a client component.',
      severity: 'error',
      from: { path: '^app/\\[locale\\]/\\(site\\)/' },
      to: { path: `^(${['none', ...clientComponents('app').map(escaped)].join('|')})$`, reachable: true },
    },
    {
      name: 'reading-pages-without-client-packages',
      comment:
        '8. the same for the client components that packages bring: links, pictures and forms are plain HTML there.',
      severity: 'error',
      from: { path: '^app/\\[locale\\]/\\(site\\)/' },
      to: {
        path: 'node_modules/next/(link|image|form|script|dynamic)\\.|node_modules/(@trpc/client|@tanstack/react-query)/',
      },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)\\.next/|\\.contentlayer/.*\\.map$' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
