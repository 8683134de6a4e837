import { join, relative, resolve } from 'node:path';
import { AUDIENCES } from '@/domain/access/grants';
import { isLocale, LOCALES } from '@/domain/people/locale';
import { Temporal } from '@/domain/time/temporal';
import { contentFolder } from '@/server/kernel/content/folders';
import { askedFor } from './command-line';
import { importMarkdown } from './import/import-markdown';
import { reportLines, writeReport } from './import/report';
import { ImportRefusal, type ImportSettings } from './import/settings';

const USAGE = `npm run import -- markdown <folder> --locale fr|en --collection <slug>
  --dry-run          say what would come over, and write nothing but the report
  --force            overwrite articles that were edited here since
  --title <text>     title of the collection, when it is new
  --author <name>    author of pages that name none
  --audience <who>   ${AUDIENCES.join(' | ')} (public)
  --base <address>   the old site: links to what does not come over lead there
  --old-path <path>  what the old addresses began with (/docs): they are redirected
  --report <file>    where the report goes, without its ending`;

const asked = (): ImportSettings & { report: string } => {
  const { values, positionals } = askedFor(USAGE, {
    allowPositionals: true,
    options: {
      locale: { type: 'string' },
      collection: { type: 'string' },
      'dry-run': { type: 'boolean' },
      force: { type: 'boolean' },
      title: { type: 'string' },
      author: { type: 'string' },
      audience: { type: 'string' },
      base: { type: 'string' },
      'old-path': { type: 'string' },
      report: { type: 'string' },
    },
  });
  const [format, source] = positionals;
  const { locale, collection, 'old-path': oldPath, base, title } = values;
  if (format !== 'markdown' || !source) throw new ImportRefusal(USAGE);
  if (!isLocale(locale)) throw new ImportRefusal(`--locale is one of ${LOCALES.join(', ')}`);
  if (!collection || !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(collection)) {
    throw new ImportRefusal('--collection is lower-case words joined by hyphens');
  }
  const audience = AUDIENCES.find((each) => each === (values.audience ?? 'public'));
  if (!audience) throw new ImportRefusal(`--audience is one of ${AUDIENCES.join(', ')}`);
  if (base && !URL.canParse(base))
    throw new ImportRefusal('--base is a full address, such as https://docs.example.org/');
  if (oldPath && !oldPath.startsWith('/')) throw new ImportRefusal('--old-path begins with /');
  const data = resolve(process.env.GUICHET_DATA_DIR || '.data');
  return {
    ...{ source, locale, collection, audience, title, base, oldPath, content: contentFolder() },
    author: values.author ?? (locale === 'fr' ? 'L’équipe' : 'The team'),
    today: Temporal.Now.plainDateISO().toString(),
    force: values.force ?? false,
    dryRun: values['dry-run'] ?? false,
    report: values.report ?? join(data, 'imports', `${locale}-${collection}`),
  };
};

// `npm run import -- markdown <folder> …`: brings articles of another system in.
try {
  const { report: file, ...settings } = asked();
  const report = await importMarkdown(settings);
  await writeReport(report, file);
  process.stdout.write(`${reportLines(report).join('\n')}\n`);
  process.stdout.write(
    `report: ${relative('.', file)}.md and .json${settings.dryRun ? ' (dry run: nothing else was written)' : ''}\n`,
  );
  process.exitCode = report.pages.some(({ outcome }) => outcome === 'refused') ? 1 : 0;
} catch (error) {
  const known = error instanceof ImportRefusal;
  process.stderr.write(`${known ? error.message : error instanceof Error ? error.stack : String(error)}\n`);
  process.exitCode = 2;
}
