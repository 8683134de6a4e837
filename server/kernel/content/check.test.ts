import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkContent } from './check';

const article = (key: string, body: string, fields: Record<string, string> = {}): string => {
  const front = {
    key,
    title: 'Titre',
    lead: 'Chapeau',
    section: 'debut',
    order: '10',
    author: 'Inès Garnier',
    publishedOn: '2026-01-10',
    changedOn: '2026-02-10',
    reviewedOn: '2026-03-10',
    ...fields,
  };
  const lines = Object.entries(front).map(([name, value]) => `${name}: ${value}`);
  return `---\n${lines.join('\n')}\n---\n\n${body}\n`;
};
const collection =
  'key: members\ntitle: T\ndescription: D\nicon: users\norder: 1\nsections:\n  - { slug: debut, title: Début }\n';
const FR = 'fr/articles/adherents';
const EN = 'en/articles/members';

/** A small folder without a mistake. */
const GOOD: Record<string, string> = {
  [`${FR}/_collection.yml`]: collection,
  [`${EN}/_collection.yml`]: collection,
  [`${FR}/importer.mdx`]: article('import', '## Préparer\n\n<Screenshot src="/media/a.svg" alt="Vue" />'),
  [`${EN}/import.mdx`]: article('import', '## Prepare\n\n[up](#prepare)'),
  [`${FR}/exporter.mdx`]: article(
    'export',
    '[voir](/fr/help/adherents/importer#preparer) [faq](/fr/faq#oubli) [qui](/fr/legal) [poste](/fr/desk) [guides](/fr/resources/by/guide)',
  ),
  [`${EN}/export.mdx`]: article('export', '[see](/en/help/members/import) [mail](mailto:a@b.example)'),
  'fr/faq/compte/_category.yml': 'key: account\ntitle: Compte\norder: 1\n',
  'en/faq/account/_category.yml': 'key: account\ntitle: Account\norder: 1\n',
  'fr/faq/compte/oubli.mdx': '---\nkey: forgot\nquestion: Oubli ?\norder: 1\n---\n\nTexte\n',
  'en/faq/account/forgot.mdx': '---\nkey: forgot\nquestion: Forgot?\norder: 1\n---\n\nText\n',
  'media/a.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="5"/>',
};

const RESOURCE = 'fr/resources/rentree.mdx';
const resource = (kind: string, ...more: string[]): string =>
  [
    '---',
    'key: season',
    'title: T',
    `kind: ${kind}`,
    'summary: S',
    'date: 2026-01-10',
    ...more,
    '---',
    '',
    'Texte',
  ].join('\n');
const term = (key: string, name: string, alias?: string): string =>
  ['---', `key: ${key}`, `term: ${name}`, ...(alias ? [`aliases: [${alias}]`] : []), 'definition: D', '---', ''].join(
    '\n',
  );

let root = '';
let count = 0;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'content-check-'));
});
afterAll(() => rm(root, { recursive: true }));

/** Findings of the good folder with some files replaced, as `path:line: message`. */
const check = async (changes: Record<string, string>): Promise<string[]> => {
  count += 1;
  const folder = join(root, String(count));
  for (const [path, content] of Object.entries({ ...GOOD, ...changes })) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  return (await checkContent(folder)).map(({ path, line, message }) => `${path}:${line}: ${message}`);
};

const IMPORT = `${FR}/importer.mdx`;

describe('checkContent', () => {
  it('finds nothing wrong with the good folder', async () => {
    expect(await check({})).toEqual([]);
  });

  const cases: readonly (readonly [name: string, changes: Record<string, string>, expected: string])[] = [
    [
      'a download without its file',
      { [RESOURCE]: resource('download') },
      `${RESOURCE}:2: file: required for a download`,
    ],
    [
      'a resource whose file is not there',
      { [RESOURCE]: resource('download', 'file: /media/none.pdf') },
      `${RESOURCE}:7: missing file /media/none.pdf`,
    ],
    [
      'a video without subtitles',
      { [RESOURCE]: resource('video', 'video: /media/a.svg') },
      `${RESOURCE}:2: subtitles: required with a video file of ours`,
    ],
    [
      'a cover that says nothing',
      { [RESOURCE]: resource('guide', 'cover: /media/a.svg') },
      'coverAlt: required with cover',
    ],
    [
      'a resource of no collection',
      { [RESOURCE]: resource('guide', 'themes: [members, none]') },
      `${RESOURCE}:7: unknown collection key none`,
    ],
    [
      'a resource in the place of a page',
      { 'fr/resources/glossary.mdx': resource('guide') },
      'the slug glossary is taken by a page',
    ],
    [
      'a word that means two things',
      { 'fr/glossary/don.mdx': term('gift', 'don'), 'fr/glossary/legs.mdx': term('legacy', 'legs', 'Don') },
      'fr/glossary/legs.mdx:4: Don is already a term in fr/glossary/don.mdx',
    ],
    [
      'a link to a word that is not explained',
      {
        'fr/glossary/don.mdx': term('gift', 'don'),
        [IMPORT]: article('import', '## Préparer\n\n[mot](/fr/resources/glossary#mot)'),
      },
      'broken anchor /fr/resources/glossary#mot',
    ],
    ['a missing field', { [IMPORT]: article('import', '## Préparer', { lead: '' }) }, `${IMPORT}:4: lead:`],
    [
      'an unknown field',
      { [IMPORT]: article('import', '## Préparer', { audiance: 'x' }) },
      ':11: audiance: unknown field',
    ],
    ['an unknown audience', { [IMPORT]: article('import', '## Préparer', { audience: 'me' }) }, ':11: audience:'],
    ['a bad date', { [IMPORT]: article('import', '## Préparer', { publishedOn: '10/01/2026' }) }, ':8: publishedOn:'],
    [
      'dates out of order',
      { [IMPORT]: article('import', '## Préparer', { changedOn: '2025-01-01' }) },
      ':9: changedOn:',
    ],
    [
      'front matter that is no YAML',
      { [IMPORT]: '---\nkey: a\ntitle: «a: b: c\n---\n' },
      `${IMPORT}:3: a text with a colon in it stands in quotes`,
    ],
    [
      'a quotation mark that nothing closes',
      { [IMPORT]: '---\nkey: a\ntitle: "a\n---\n' },
      `${IMPORT}:3: Missing closing "quote`,
    ],
    [
      'a text that begins with a star',
      { [IMPORT]: '---\nkey: a\ntitle: *a\n---\n' },
      `${IMPORT}:3: a text that begins with * stands in quotes`,
    ],
    ['a star in the redirects', { 'redirects.yml': '- { from: *a, to: /b }\n' }, 'redirects.yml:1: a text that begins'],
    ['no front matter', { [IMPORT]: 'Texte' }, `${IMPORT}:1: no front matter`],
    ['an unknown collection', { 'fr/articles/x/y.mdx': article('y', '') }, 'x/y.mdx:1: unknown collection x'],
    [
      'an unknown section',
      { [IMPORT]: article('import', '## Préparer', { section: 'fin' }) },
      ':5: unknown section fin',
    ],
    ['a duplicate key', { [`${FR}/twice.mdx`]: article('import', '') }, 'twice.mdx:2: duplicate key import'],
    ['a duplicate slug', { [`${FR}/importer.md`]: article('import-2', '') }, 'duplicate slug importer'],
    [
      'a question’s slug in two categories',
      {
        'fr/faq/b/_category.yml': 'key: b\ntitle: B\norder: 2\n',
        'fr/faq/b/oubli.mdx': '---\nkey: f2\nquestion: Q\norder: 1\n---\n\nT\n',
      },
      'duplicate slug oubli',
    ],
    [
      'a missing translation',
      { [`${FR}/seul.mdx`]: article('seul', '') },
      'seul.mdx:2: missing translation: no en file',
    ],
    [
      'a redirect from a living page',
      { [IMPORT]: article('import', '## Préparer', { redirectsFrom: '[adherents/vieux, adherents/exporter]' }) },
      ':11: redirect from /fr/help/adherents/exporter, which is a living page',
    ],
    [
      'a redirect given twice',
      {
        [IMPORT]: article('import', '## Préparer', { redirectsFrom: '[adherents/vieux]' }),
        'redirects.yml': '# old\n- { from: /fr/help/adherents/vieux, to: /fr/faq }\n',
      },
      `redirects.yml:2: duplicate redirect from /fr/help/adherents/vieux, also in ${IMPORT}:11`,
    ],
    [
      'redirects in a circle',
      { 'redirects.yml': '- { from: /a, to: /b }\n- { from: /b, to: /a }\n' },
      'redirects.yml:2: redirect from /b leads in a circle',
    ],
    [
      'a redirect to nowhere',
      { 'redirects.yml': '- { from: /:locale/old/*, to: /:locale/nowhere }\n' },
      'redirects.yml:1: redirect from /en/old/* leads to no page: /en/nowhere',
    ],
    [
      'a redirect that is none',
      { 'redirects.yml': '- { from: old, to: /fr/faq }\n' },
      'redirects.yml:1: from: expected',
    ],
    [
      'a former place that is none',
      { [IMPORT]: article('import', '## Préparer', { redirectsFrom: '[Vieux]' }) },
      ':11: redirectsFrom.0: expected collection/slug',
    ],
    [
      'a broken link',
      { [IMPORT]: article('import', '## Préparer\n\n[x](/fr/help/adherents/nulle-part)') },
      ':15: broken link',
    ],
    [
      'a broken anchor',
      { [IMPORT]: article('import', '## Préparer\n\n[x](/fr/faq#nulle-part)') },
      ':15: broken anchor',
    ],
    [
      'a link to the other language',
      { [IMPORT]: article('import', '## Préparer\n\n[x](/en/faq)') },
      'the other language',
    ],
    ['a relative link', { [IMPORT]: article('import', '## Préparer\n\n[x](exporter.mdx)') }, 'must begin with /fr/'],
    [
      'a picture without alt',
      { [IMPORT]: article('import', '## Préparer\n\n![](/media/a.svg)') },
      ':15: picture /media/a.svg has no alt',
    ],
    [
      'a missing picture',
      { [IMPORT]: article('import', '## Préparer\n\n![a](/media/b.svg)') },
      ':15: missing picture /media/b.svg',
    ],
    [
      'a missing file',
      { [IMPORT]: article('import', '## Préparer\n\n<FileLink href="/media/x.csv" title="x" />') },
      ':15: missing file',
    ],
    [
      'an unknown related key',
      { [IMPORT]: article('import', '## Préparer', { related: '[nope]' }) },
      ':11: unknown related key nope',
    ],
    ['MDX that does not compile', { [IMPORT]: article('import', '## Préparer\n\n<Steps>') }, `${IMPORT}:15: `],
    [
      'an unknown component',
      { [IMPORT]: article('import', '## Préparer\n\n<Film />') },
      ':15: unknown component <Film>',
    ],
    [
      'a heading that skips a level',
      { [IMPORT]: article('import', '## Préparer\n\n#### Trop bas') },
      ':15: heading skips a level: #### after ##',
    ],
    [
      'a heading of the first level',
      { [IMPORT]: article('import', '# Titre\n\n## Préparer') },
      ':13: heading of the first level',
    ],
    [
      'a step outside steps',
      { [IMPORT]: article('import', '## Préparer\n\n<Step title="Un">\n\na\n\n</Step>') },
      ':15: <Step> stands outside <Steps>',
    ],
    [
      'steps that hold something else',
      { [IMPORT]: article('import', '## Préparer\n\n<Steps>\n\nUn mot.\n\n</Steps>') },
      ':15: <Steps> holds no <Step>',
    ],
    ['a file nobody uses', { 'media/b.svg': 'x' }, 'media/b.svg:1: no content uses this file'],
    ['a file of no kind', { 'fr/notes.txt': 'x' }, 'fr/notes.txt:1: no page is made of this file'],
  ];

  it('takes a missing translation for a notice, and lets links lead to what stands in for it', async () => {
    const only = { [`${FR}/seul.mdx`]: article('seul', '') };
    const linked = { ...only, [`${EN}/import.mdx`]: article('import', '[see](/en/help/members/seul)') };
    expect(await check(linked)).toEqual([`${FR}/seul.mdx:2: missing translation: no en file has the key seul`]);
  });

  it.each(cases)('finds %s', async (_name, changes, expected) => {
    expect((await check(changes)).join('\n')).toContain(expected);
  });

  it('finds the same again without reading what has not changed', async () => {
    const folder = join(root, 'kept');
    const keeping = { file: join(root, 'kept.json'), readers: 'one' };
    const files = { ...GOOD, [IMPORT]: article('import', '## Préparer\n\n[x](/fr/nulle-part)', { related: '[nope]' }) };
    for (const [path, content] of Object.entries(files)) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), content);
    }
    const first = await checkContent(folder, keeping);
    expect(first.map(({ line, message }) => `${line}: ${message}`).sort()).toEqual(
      ['11: unknown related key nope', '1: no content uses this file', '16: broken link /fr/nulle-part'].sort(),
    );
    expect(await checkContent(folder, keeping)).toEqual(first);
    await writeFile(join(folder, IMPORT), GOOD[IMPORT] ?? '');
    expect(await checkContent(folder, keeping)).toEqual([]);
  });
});
