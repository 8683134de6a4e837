import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { createInterface, type Interface } from 'node:readline/promises';
import { AUDIENCES } from '@/domain/access/grants';
import { isLocale, LOCALES } from '@/domain/people/locale';
import { Temporal } from '@/domain/time/temporal';
import { contentFolder } from '@/server/kernel/content/folders';
import { askedFor } from './command-line';
import { DRAFT_KINDS, DraftRefusal, draftOf, foldersFor, sectionsOf } from './content-new/draft';

const USAGE = `npm run content:new -- [${DRAFT_KINDS.join(' | ')}]
  --locale ${LOCALES.join(' | ')}   --title <text>   --collection <slug> (or the category of a question)
  --section <slug>   --audience ${AUDIENCES.join(' | ')}   --author <name>   --key <key>   --slug <slug>
What is not given is asked for; in a script, give it.`;

const { values, positionals } = askedFor(USAGE, {
  allowPositionals: true,
  options: {
    ...{
      locale: { type: 'string' },
      title: { type: 'string' },
      collection: { type: 'string' },
    },
    ...{ section: { type: 'string' }, audience: { type: 'string' }, author: { type: 'string' } },
    ...{ key: { type: 'string' }, slug: { type: 'string' } },
  },
});

/** Asks until the answer is one of the choices; where nobody can answer, the missing flag is named. */
const choose = async <T extends string>(
  terminal: Interface | null,
  name: string,
  given: string | undefined,
  choices: readonly T[],
): Promise<T> => {
  const found = choices.find((choice) => choice === given);
  if (found) return found;
  if (!terminal || given !== undefined) throw new DraftRefusal(`${name} is one of: ${choices.join(', ')}`);
  for (;;) {
    const said = (await terminal.question(`${name} (${choices.join(', ')}): `)).trim();
    const chosen = choices.find((choice) => choice === said) ?? (said === '' ? choices[0] : undefined);
    if (chosen) return chosen;
  }
};

const ask = async (terminal: Interface | null, name: string, given: string | undefined): Promise<string> => {
  if (given?.trim()) return given.trim();
  if (!terminal) throw new DraftRefusal(`${name} is missing\n\n${USAGE}`);
  for (;;) {
    const said = (await terminal.question(`${name}: `)).trim();
    if (said) return said;
  }
};

const write = async (terminal: Interface | null): Promise<void> => {
  const content = contentFolder();
  const kind = await choose(terminal, 'type', positionals[0], DRAFT_KINDS);
  const locale = await choose(terminal, '--locale', values.locale, LOCALES.filter(isLocale));
  const folders = foldersFor(content, kind, locale);
  const folder =
    folders.length > 0 ? await choose(terminal, '--collection', values.collection, folders) : values.collection;
  const sections = kind === 'article' && folder ? sectionsOf(content, locale, folder) : [];
  const asksSection = terminal !== null && values.section === undefined && sections.length > 1;
  const section = asksSection ? await choose(terminal, '--section', undefined, sections) : values.section;
  const title = await ask(terminal, '--title', values.title);
  const today = Temporal.Now.plainDateISO().toString();
  const { author, audience, key, slug } = values;
  const draft = draftOf(content, { kind, locale, folder, section, title, author, audience, key, slug, today });
  const file = join(content, draft.path);
  await mkdir(dirname(file), { recursive: true });
  // Never over a file that came between the look and now.
  await writeFile(file, draft.text, { flag: 'wx' });
  process.stdout.write(`${relative('.', file)}\n`);
};

// `npm run content:new`: a new content file with the right front matter, key and address.
const terminal = process.stdin.isTTY ? createInterface({ input: process.stdin, output: process.stdout }) : null;
try {
  await write(terminal);
} catch (error) {
  if (!(error instanceof DraftRefusal)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
} finally {
  terminal?.close();
}
