import { getTranslations } from 'next-intl/server';
import { auditWords } from '@/app/_components/audit/words';
import { csvFile } from '@/app/_site/csv';
import type { RouterOutputs } from '@/app/_trpc/outputs';
import { refusalBehind } from '@/app/_trpc/refusal';
import { serverApi } from '@/app/_trpc/server';
import { DEFAULT_LOCALE, isLocale, type Locale } from '@/domain/people/locale';
import type { CsvValue } from '@/domain/reports/csv';

type Context = { params: Promise<{ locale: string }> };
type Api = Awaited<ReturnType<typeof serverApi>>;
type Listed = RouterOutputs['audit']['list'];

/** Entries that are read at once. */
const PART = 500;
const COLUMNS = ['at', 'who', 'kind', 'verb', 'subject', 'facts'] as const;

const readPart = async (api: Api, address: Record<string, string>, after?: string): Promise<Listed> =>
  api.audit.list({ address, after, limit: PART });

/** The whole log as it is narrowed, part by part, each in words. */
async function* rowsOf(
  api: Api,
  address: Record<string, string>,
  locale: Locale,
  first: Listed,
): AsyncGenerator<CsvValue[]> {
  const t = await getTranslations({ locale, namespace: 'audit' });
  const translators = {
    t,
    all: await getTranslations({ locale }),
    locale,
    // Programs read the file, too.
    moment: (at: Date) => at.toISOString(),
  };
  yield COLUMNS.map((column) => t(`columns.${column}`));
  for (let part: Listed | null = first; part; part = part.next ? await readPart(api, address, part.next) : null) {
    const words = auditWords(translators, part.names);
    for (const entry of part.entries) {
      const { before, after } = words.did(entry);
      const facts = words.facts(entry).map(({ label, text }) => t('fact', { label }) + text);
      yield [
        entry.at.toISOString(),
        words.who(entry),
        entry.action,
        [before, after].filter(Boolean).join(' '),
        words.subject(entry),
        facts.join(' · '),
      ];
    }
  }
}

/** `GET /{locale}/admin/audit.csv`: the log as its page is narrowed, the newest first; nothing for who may not see it. */
export const GET = async (request: Request, { params }: Context): Promise<Response> => {
  const { locale: segment } = await params;
  const locale = isLocale(segment) ? segment : DEFAULT_LOCALE;
  const address = Object.fromEntries(new URL(request.url).searchParams);
  try {
    const api = await serverApi(locale);
    const first = await readPart(api, address);
    return csvFile('audit.csv', rowsOf(api, address, locale, first), locale);
  } catch (error) {
    if (refusalBehind(error)) return new Response(null, { status: 404 });
    throw error;
  }
};
