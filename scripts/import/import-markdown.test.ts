import { mkdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { article, body, everything, folder, losses, mistakes, PNG, read, run, write } from './import-testing';

describe('a page', () => {
  it('takes title, lead, dates, author and keywords from front matter', async () => {
    await run({
      'a.md':
        '---\ntitle: "Oui: un titre"\ndescription: Ce qu’on y lit.\ndate: 2026-02-01\nlast_update: { date: 2026-03-01, author: x }\nauthor: Inès\ntags: [import, csv]\n---\n\n# Autre\n\nTexte.\n',
    });
    expect(await article('a')).toBe(
      '---\nkey: guide-a\ntitle: "Oui: un titre"\nlead: Ce qu’on y lit.\nsection: general\norder: 10\nauthor: Inès\npublishedOn: 2026-02-01\nchangedOn: 2026-03-01\nreviewedOn: 2026-03-01\nkeywords:\n  - import\n  - csv\n---\n\nTexte.\n',
    );
    expect(await mistakes()).toEqual([]);
  });

  it('takes the first heading as title and a short first paragraph as lead, else its first sentences', async () => {
    const long = `Une première phrase. ${'Une autre qui dit autre chose encore. '.repeat(10)}`;
    await run({
      'a.md': '# Le titre\n\nCourt et net.\n\n## Suite\n\nx\n',
      'b.md': `# B\n\n${long}\n`,
      'c.md': `# C\n\nUne **première** phrase. ${long}\n`,
    });
    expect(await article('a')).toContain('title: Le titre\nlead: Court et net.\n');
    expect(await article('a')).toMatch(/---\n\n## Suite\n\nx\n$/);
    expect(await article('b')).toContain('lead: Une première phrase. Une autre');
    expect((await article('b')).split('première')).toHaveLength(2);
    expect(await article('b')).toMatch(/---\n\nUne autre qui dit/);
    // What is more than plain words stays where it is.
    expect(await article('c')).toMatch(/---\n\nUne \*\*première\*\* phrase\. Une première/);
  });

  it('brings headings below the title without gaps, and keeps their names', async () => {
    const text = await body(
      '## A {#ancre-a}\n\n#### B\n\n##### C\n\n<a id="vieux"></a>\n\n## Créer\n\n[voir](#ancre-a) [là](#vieux) [créer](#créer)',
    );
    expect(text).toContain('## A \\{#ancre-a}\n\n### B\n\n#### C');
    expect(text).toContain('## Créer \\{#vieux}');
    expect(text).toContain(
      '[voir](/fr/help/guide/page#ancre-a) [là](/fr/help/guide/page#vieux) [créer](/fr/help/guide/page#vieux)',
    );
    expect(await mistakes()).toEqual([]);
  });

  it('escapes braces and tags that are only text', async () => {
    expect(await body('Écrivez {nom} et a < b, `{x}`.')).toBe('Écrivez \\{nom} et a \\< b, `{x}`.');
  });

  it('keeps words in brackets that were left unescaped, and tells so', async () => {
    const report = await run({
      'a.md': [
        '# Remplacer <nom>\n\nLe <nom> de la liste.',
        '## Le <nom du fichier>\n\nOuvrez **<nom>** puis <votre-adresse>, soit List<String>.',
        '| <cle> |\n| --- |\n| <VALEUR> |',
        '<seul>',
        'Un <b>mot</b>, <BR> un <composant>terme</composant> et un <Badge kind="x">sceau</Badge>.',
      ].join('\n\n'),
      'b.md': '---\ntitle: Le <b>nom</b> de <nom>\ndescription: Où <nom> se trouve.\n---\n\nx\n',
    });
    expect(await article('a')).toMatch(/title: Remplacer <nom>\nlead: Le <nom> de la liste\./);
    expect((await article('a')).split('---\n\n')[1]).toBe(
      [
        '## Le \\<nom du fichier>',
        'Ouvrez **\\<nom>** puis \\<votre-adresse>, soit List\\<String>.',
        '| \\<cle>    |\n| --------- |\n| \\<VALEUR> |',
        '\\<seul>',
        'Un **mot**,\\\nun terme et un sceau.\n',
      ].join('\n\n'),
    );
    expect(await article('b')).toContain('title: Le nom de <nom>\nlead: Où <nom> se trouve.');
    expect(losses(report)).toEqual([
      'a.md:1: <nom> (and 8 more): no element, and nothing ends it; kept as words',
      'a.md:15: <composant>: no such component here; its words stay',
      'a.md:15: <Badge>: no such component here; its words stay',
    ]);
    expect(await mistakes()).toEqual([]);
  });

  it('leaves drafts out and tells so', async () => {
    const report = await run({ 'a.md': '# A\n\nx\n', 'b.md': '---\ndraft: true\n---\n# B\n' });
    expect(report.pages).toHaveLength(1);
    expect(losses(report)).toEqual(['b.md:1: draft: not published on the old site either; left out']);
  });
});

describe('sections, order and names', () => {
  it('makes a section of each folder, named by its index or category file', async () => {
    await run({
      'api/_category_.json': '{ "label": "L’interface" }',
      'api/cles.md': '# Clés\n\nx\n',
      'guides/README.md': '# Nos guides\n\nx\n',
      'guides/mobile/photo.md': '# Photo\n\nx\n',
    });
    const collection = await read('fr/articles/guide/_collection.yml');
    expect(collection).toContain('- slug: api\n    title: L’interface');
    expect(collection).toContain('- slug: guides-mobile\n    title: Nos guides – Mobile');
    expect(await article('photo')).toContain('section: guides-mobile');
    expect(await mistakes()).toEqual([]);
  });

  it.each([
    ['SUMMARY.md', '# S\n\n* [B](b.md)\n* [A](a.md)\n', 'source/docs'],
    ['mkdocs.yml', 'nav:\n  - Zut: b.md\n  - a.md\nx: !!python/name:y\n', 'source'],
    ['sidebars.js', "module.exports = { docs: [{ label: 'B', items: ['b'] }, 'a'] };\n", 'source'],
  ])('follows the order of %s', async (name, text, place) => {
    await write(place, { [name]: text });
    await run({ 'a.md': '# A\n\nx\n', 'b.md': '# B\n\nx\n' });
    expect(await article('b')).toContain('order: 10');
    expect(await article('a')).toContain('order: 20');
  });

  it('leaves out numbers that order, and keeps those of versions and days', async () => {
    await run({ '01-debut.md': '# A\n\nx\n', '3-0.md': '# B\n\nx\n', '2026-02-24-nouveau.md': '# C\n\nx\n' });
    expect(
      Object.keys(await everything())
        .filter((path) => path.endsWith('.mdx'))
        .map((path) => basename(path)),
    ).toEqual(['2026-02-24-nouveau.mdx', '3-0.mdx', 'debut.mdx']);
  });

  it('gives pages of one name names of their own, and leaves present articles alone', async () => {
    const present = '---\nkey: x\n---\n\nx\n';
    await write('content', { 'fr/articles/guide/faq.mdx': present });
    await run({ 'a/faq.md': '# F\n\nx\n', 'b/faq.md': '# F\n\nx\n' });
    expect(await article('faq')).toBe(present);
    expect(await article('a-faq')).toContain('key: guide-a-faq');
    expect(await article('b-faq')).toContain('key: guide-b-faq');
  });
});

describe('nothing by halves', () => {
  it('writes nothing in a dry run', async () => {
    const report = await run({ 'a.md': '# A\n\nx\n' }, { dryRun: true });
    expect(report.changed).toBe(2);
    expect(await everything()).toEqual({});
  });

  it('takes everything back when a file cannot be put in its place', async () => {
    await mkdir(join(folder, 'content'), { recursive: true });
    // Where the picture's folder should come there is a file.
    await write('content', { media: 'in the way' });
    await expect(run({ 'a.md': '# A\n\nx\n\n![V](a.png)\n', 'a.png': PNG })).rejects.toThrow();
    expect(Object.values(await everything())).toEqual(['in the way']);
  });

  it.each([
    ['no folder', { source: '/nowhere/at/all' }],
    ['no page', {}],
  ])('refuses %s', async (_name, settings) => {
    await mkdir(join(folder, 'source/docs'), { recursive: true });
    await expect(run({}, settings)).rejects.toMatchObject({ name: 'ImportRefusal' });
  });
});
