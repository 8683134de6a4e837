import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/** A breach: which rule falls, and the file that does what it must not. */
type Breach = { rule: string; file: string; code: string };

const BREACHES: Breach[] = [
  { rule: 'domain-imports-domain', file: 'domain/sla/clock.ts', code: "import '../../db/client';" },
  { rule: 'domain-imports-domain', file: 'domain/sla/now.ts', code: "import 'node:process';" },
  { rule: 'temporal-through-one-file', file: 'domain/time/temporal.ts', code: "import 'zod';" },
  { rule: 'db-below-server', file: 'db/tickets/queries.ts', code: "import '../../server/tickets/resolve';" },
  { rule: 'drizzle-in-db', file: 'server/tickets/list.ts', code: "import 'drizzle-orm';" },
  { rule: 'drizzle-in-db', file: 'app/api/raw/route.ts', code: "import 'drizzle-orm/postgres-js';" },
  { rule: 'app-never-db', file: 'app/[locale]/desk/page.tsx', code: "import '@/db/client';" },
  { rule: 'app-enters-by-doors', file: 'app/[locale]/studio/page.tsx', code: "import '@/server/tickets/resolve';" },
  { rule: 'app-enters-by-doors', file: 'app/[locale]/admin/page.tsx', code: "import '@/server/kernel/log';" },
  { rule: 'features-apart', file: 'server/ideas/merge.ts', code: "import '../tickets/resolve';" },
  { rule: 'features-apart', file: 'server/ideas/tell.ts', code: "import '../mail/send';" },
  { rule: 'kernel-below-features', file: 'server/kernel/action.ts', code: "import '../tickets/resolve';" },
  { rule: 'no-cycles', file: 'domain/ideas/first.ts', code: "import './second';" },
  { rule: 'one-content-store', file: 'server/articles/list.ts', code: "import 'contentlayer2/core';" },
  { rule: 'one-content-store', file: 'server/articles/old.ts', code: "import '../../.contentlayer/generated';" },
  { rule: 'content-through-the-store', file: 'server/articles/raw.ts', code: "import '../kernel/content/snapshot';" },
  {
    rule: 'reading-pages-without-client-components',
    file: 'app/[locale]/(site)/help/page.tsx',
    code: "import '@/app/_components/ui/frame';",
  },
  {
    rule: 'reading-pages-without-client-packages',
    file: 'app/[locale]/(site)/faq/page.tsx',
    code: "import 'next/link';",
  },
];

/** What the breaches reach for, itself within the rules. */
const SURROUNDINGS: Record<string, string> = {
  'db/client.ts': '',
  'server/tickets/resolve.ts': '',
  'server/mail/send.ts': '',
  'domain/ideas/second.ts': "import './first';",
  'server/kernel/log.ts': '',
  'server/kernel/content/snapshot.ts': '',
  '.contentlayer/generated/index.ts': '',
  'app/_components/ui/frame.tsx': "import './leaf';",
  'app/_components/ui/leaf.tsx': "// why\n'use client';",
  // The same steps where they are allowed.
  'server/root.ts': "import './tickets/resolve';",
  'server/kernel/content.ts': "import './content/snapshot';",
  'server/jobs/worker.ts': "import '../tickets/resolve';",
  'app/api/export/route.ts': "import '@/server/tickets/resolve';",
  'app/[locale]/(site)/page.tsx': "import '@/server/kernel/content';",
  'app/[locale]/account/page.tsx': "import '@/app/_components/ui/leaf';\nimport 'next/link';",
};

type Violation = { rule: string; file: string };

const cruise = (root: string): Promise<Violation[]> =>
  new Promise((done, fail) => {
    const program = resolve('node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
    const args = [
      program,
      '--config',
      '.dependency-cruiser.cjs',
      '--output-type',
      'json',
      'app',
      'server',
      'db',
      'domain',
    ];
    execFile(process.execPath, args, { cwd: root, maxBuffer: 32 * 1024 * 1024 }, (error, stdout, stderr) => {
      if (!stdout) return fail(error ?? new Error(stderr));
      const { summary } = JSON.parse(stdout) as { summary: { violations: { rule: { name: string }; from: string }[] } };
      done(summary.violations.map(({ rule, from }) => ({ rule: rule.name, file: from })));
    });
  });

describe('the walls between the layers', () => {
  const root = mkdtempSync(join(tmpdir(), 'guichet-walls-'));
  let violations: Violation[] = [];

  beforeAll(async () => {
    const files = [...Object.entries(SURROUNDINGS), ...BREACHES.map(({ file, code }) => [file, code] as const)];
    for (const [file, code] of files) {
      mkdirSync(join(root, dirname(file)), { recursive: true });
      writeFileSync(join(root, file), `${code}\nexport {};\n`);
    }
    for (const file of ['.dependency-cruiser.cjs', 'tsconfig.json', 'package.json']) cpSync(file, join(root, file));
    symlinkSync(resolve('node_modules'), join(root, 'node_modules'));
    violations = await cruise(root);
  });
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  it.each(BREACHES)('$rule falls on $file', ({ rule, file }) => {
    expect(violations).toContainEqual({ rule, file });
  });

  it('nothing falls where a step is allowed', () => {
    const breaching = new Set(BREACHES.map(({ file }) => file));
    expect(violations.filter(({ file }) => !breaching.has(file))).toEqual([]);
  });

  it('every rule has its breach', async () => {
    const { forbidden } = (await import(resolve('.dependency-cruiser.cjs'))).default as {
      forbidden: { name: string }[];
    };
    expect(new Set(BREACHES.map(({ rule }) => rule))).toEqual(new Set(forbidden.map(({ name }) => name)));
  });
});
