import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkContent } from '@/server/kernel/content/check';
import { importMarkdown } from './import-markdown';
import type { ImportReport, ImportSettings } from './settings';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'guichet-import-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const write = async (root: string, files: Readonly<Record<string, string>>): Promise<void> => {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, root, path)), { recursive: true });
    await writeFile(join(folder, root, path), text);
  }
};

const run = (files: Readonly<Record<string, string>>, settings: Partial<ImportSettings> = {}): Promise<ImportReport> =>
  write('source/docs', files).then(() =>
    importMarkdown({
      ...{ source: join(folder, 'source/docs'), content: join(folder, 'content'), locale: 'fr', collection: 'guide' },
      ...{ today: '2026-11-20', author: 'L’équipe', audience: 'public', ...settings },
    }),
  );

const read = (path: string): Promise<string> => readFile(join(folder, 'content', path), 'utf8');
const article = (slug: string): Promise<string> => read(`fr/articles/guide/${slug}.mdx`);
const losses = ({ losses: all }: ImportReport): string[] =>
  all.map(({ file, line, what, why }) => `${file}:${line}: ${what}: ${why}`);

/** The body of the one article that comes of a page. */
const body = async (text: string, files: Readonly<Record<string, string>> = {}): Promise<string> => {
  await run({
    'page.md': `# Titre\n\nUne première phrase, assez courte pour devenir le chapeau.\n\n${text}\n`,
    ...files,
  });
  return (await article('page')).replace(/^---[\s\S]*?---\n\n/, '').trim();
};

/** All files of the content folder with their text. */
const everything = async (): Promise<Record<string, string>> => {
  const names = await readdir(join(folder, 'content'), { recursive: true, withFileTypes: true }).catch(() => []);
  const files = names.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(
    await Promise.all(files.sort().map(async (file) => [file, await readFile(file, 'utf8')] as const)),
  );
};

/** What the content check says of the result, translations aside. */
const mistakes = async (): Promise<string[]> =>
  (await checkContent(join(folder, 'content')))
    .map(({ path, line, message }) => `${path}:${line}: ${message}`)
    .filter((text) => !/translation|unused/.test(text));

const PNG = 'not really a picture';

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

  it('leaves drafts out and tells so', async () => {
    const report = await run({ 'a.md': '# A\n\nx\n', 'b.md': '---\ndraft: true\n---\n# B\n' });
    expect(report.pages).toHaveLength(1);
    expect(losses(report)).toEqual(['b.md:1: draft: not published on the old site either; left out']);
  });
});

describe('dialects', () => {
  it.each([
    [
      'Docusaurus',
      ':::tip[À savoir]\n\nUn **mot**.\n\n:::',
      '<Callout kind="tip" title="À savoir">\n  Un **mot**.\n</Callout>',
    ],
    [
      'Docusaurus without brackets',
      ':::caution Attention\nUn mot.\n:::',
      '<Callout kind="warning" title="Attention">\n  Un mot.\n</Callout>',
    ],
    ['VitePress details', '::: details Plus\nUn mot.\n:::', '<Accordion title="Plus">\n  Un mot.\n</Accordion>'],
    [
      'GitBook hint',
      '{% hint style="success" %}\nUn mot.\n{% endhint %}',
      '<Callout kind="tip">\n  Un mot.\n</Callout>',
    ],
    [
      'GitBook tabs',
      '{% tabs %}\n{% tab title="Web" %}\nA\n{% endtab %}\n\n{% tab title="Mobile" %}\nB\n{% endtab %}\n{% endtabs %}',
      '<Tabs>\n  <Tab title="Web">\n    A\n  </Tab>\n\n  <Tab title="Mobile">\n    B\n  </Tab>\n</Tabs>',
    ],
    [
      'GitBook stepper',
      '{% stepper %}\n{% step %}\n### Ouvrez le menu\n\nA\n{% endstep %}\n{% endstepper %}',
      '<Steps>\n  <Step title="Ouvrez le menu">\n    A\n  </Step>\n</Steps>',
    ],
    [
      'MkDocs admonition',
      '!!! danger "Risque"\n    Un mot.\n\n    - un\n',
      '<Callout kind="danger" title="Risque">\n  Un mot.\n\n  - un\n</Callout>',
    ],
    ['MkDocs details', '??? note "Plus"\n    Un mot.', '<Accordion title="Plus">\n  Un mot.\n</Accordion>'],
    [
      'MkDocs tabs',
      '=== "Web"\n\n    A\n\n=== "Mobile"\n\n    B',
      '<Tabs>\n  <Tab title="Web">\n    A\n  </Tab>\n\n  <Tab title="Mobile">\n    B\n  </Tab>\n</Tabs>',
    ],
    ['MkDocs keys', 'Faites ++ctrl+s++.', 'Faites <Key>Ctrl</Key> + <Key>S</Key>.'],
    ['GitHub alert', '> [!IMPORTANT]\n> Un mot.', '<Callout kind="warning">\n  Un mot.\n</Callout>'],
    [
      'HTML details',
      '<details>\n<summary>Plus</summary>\n\nUn **mot**.\n\n</details>',
      '<Accordion title="Plus">\n  Un **mot**.\n</Accordion>',
    ],
    [
      'video',
      '<iframe src="https://www.youtube.com/embed/abcdefghijk?rel=0" title="Premiers pas"></iframe>',
      '<Video src="https://www.youtube.com/watch?v=abcdefghijk" title="Premiers pas" />',
    ],
    [
      'HTML table',
      '<table><tr><th>A</th><th>B</th></tr><tr><td>1</td><td><b>2</b></td></tr></table>',
      '| A | B     |\n| - | ----- |\n| 1 | **2** |',
    ],
    ['HTML in a line', 'Un <b>mot</b><br>et <kbd>Entrée</kbd>.', 'Un **mot**\\\net <Key>Entrée</Key>.'],
  ])('%s', async (_name, source, expected) => {
    expect(await body(source)).toBe(expected);
    expect(await mistakes()).toEqual([]);
  });

  it('leaves what stands in code alone', async () => {
    const code = '```md\n:::tip\n{% hint style="info" %}\n!!! note\n    x\n```';
    expect(await body(code)).toBe(code);
  });

  it('keeps a notice inside a list where it was', async () => {
    const text = await body('1. Un\n\n   :::note\n   Un mot.\n   :::\n\n2. Deux');
    expect(text).toBe('1. Un\n\n   <Callout kind="info">\n     Un mot.\n   </Callout>\n\n2. Deux');
  });

  it('reads Docusaurus pages with components, imports and partial pages', async () => {
    const report = await run({
      'page.mdx':
        '---\ntitle: Page\ndescription: D.\n---\nimport Tabs from \'@theme/Tabs\';\nimport Part from \'./_part.mdx\';\n\n<Tabs>\n<TabItem value="a" label="Un">\n\nA\n\n</TabItem>\n</Tabs>\n\n<Part />\n\n<Video url="x" />\n\n{/* rien */}\n{\'texte\'} {2 + 2}\n',
      '_part.mdx': 'Texte commun.\n',
    });
    expect((await article('page')).split('---\n\n')[1]).toBe(
      '<Tabs>\n  <Tab title="Un">\n    A\n  </Tab>\n</Tabs>\n\nTexte commun.\n\ntexte \\{2 + 2}\n',
    );
    expect(losses(report).join('\n')).toMatch(/page\.mdx:18: <Video>: no such component here; left out/);
    expect(losses(report).join('\n')).toMatch(/2 \+ 2/);
  });

  it('keeps code, pictures and links of components that other sites bring along', async () => {
    const report = await run({
      'page.mdx': [
        '---\ntitle: Page\ndescription: D.\n---',
        "import CodeBlock from '@theme/CodeBlock';\nimport Part from './\\_part.mdx';",
        '<Part />',
        `<CodeBlock language="bash" title="shell">\n{\`init --version $\{current()}\`}\n</CodeBlock>`,
        "<ThemedImage alt=\"Vue\" sources={{\n  light: '/a.png',\n  dark: '/b.png',\n}} />",
        '<BoxLink href="https://example.org/">Continuer</BoxLink>',
        '| A |\n| --- |\n| un <hr/> deux |',
      ].join('\n\n'),
      '_part.mdx': 'Partagé.',
      'a.png': PNG,
    });
    const text = await article('page');
    expect(losses(report).join('\n')).toMatch(/CodeBlock|current\(\)/);
    expect(text).toContain('Partagé.');
    expect(text).toContain(`\n\`\`\`bash\ninit --version $\{current()}\n\`\`\``);
    expect(text).toMatch(/!\[Vue\]\(\/media\/[\w-]+\/a\.png\)|<Screenshot src="\/media\/[\w-]+\/a\.png" alt="Vue"/);
    expect(text).toContain('[Continuer](https://example.org/)');
    expect(text).toMatch(/un.*deux/);
  });

  it('reads a page that is no MDX as plain Markdown', async () => {
    const report = await run({ 'page.mdx': '# Page\n\nUn <br> et {x.\n\n## Fin\n\nb\n' });
    expect(await article('page')).toContain('\\{x.');
    expect(losses(report)).toContain('page.mdx:1: MDX: does not parse as MDX; read as plain Markdown');
  });
});

describe('links and files', () => {
  it('leads to articles, whatever way the old site wrote it, and copies pictures', async () => {
    await run({
      'index.md':
        '# Accueil\n\nBonjour.\n\n[a](./01-debut/02-installer.md#étape-une) [b](/docs/debut/installer) [c](debut/installer/) ![Vue](./img/Écran%201.png)\n',
      '01-debut/02-installer.md':
        '# Installer\n\nx\n\n## Étape une\n\n[retour](../index.md) [fichier](../img/liste.csv)\n',
      'img/Écran 1.png': PNG,
      'img/liste.csv': 'a;b\n',
    });
    expect(await article('introduction')).toContain(
      '[a](/fr/help/guide/installer#etape-une) [b](/fr/help/guide/installer) [c](/fr/help/guide/installer) ![Vue](/media/guide/ecran-1.png)',
    );
    expect(await article('installer')).toContain(
      '[retour](/fr/help/guide/introduction) [fichier](/media/guide/liste.csv)',
    );
    expect(await read('media/guide/ecran-1.png')).toBe(PNG);
    expect(await mistakes()).toEqual([]);
  });

  it('keeps the words of what leads nowhere, and tells file and line', async () => {
    const report = await run({
      'a.md':
        '# A\n\nx\n\n[mot](perdu.md) [fin](#perdu) [clic](javascript:alert(1)) ![Vue](https://x.example/a.png) ![Rien](non.png)\n',
    });
    expect(await article('a')).toContain('mot [fin](/fr/help/guide/a) clic [Vue](https://x.example/a.png)');
    expect(losses(report)).toEqual([
      'a.md:5: link perdu.md: leads to nothing in this folder; the words stay',
      'a.md:5: link #perdu: the page has no such heading; leads to the page',
      'a.md:5: link javascript:alert(1): an address that runs something; the words stay',
      'a.md:5: picture https://x.example/a.png: stands on another site; a link leads to it',
      'a.md:5: picture non.png: the file is not there; left out',
    ]);
    expect(await mistakes()).toEqual([]);
  });

  it('takes no file from outside the folder, no program and no drawing that runs', async () => {
    await write('', { 'secret.png': 'secret' });
    await mkdir(join(folder, 'source/docs'), { recursive: true });
    await symlink(join(folder, 'secret.png'), join(folder, 'source/docs/lien.png'));
    const report = await run({
      'a.md': '# A\n\nx\n\n![Un](../../secret.png) ![Deux](lien.png) [trois](run.exe) ![Quatre](mal.svg)\n',
      'run.exe': 'x',
      'mal.svg': '<svg><script>alert(1)</script></svg>',
    });
    expect(Object.keys(await everything()).filter((file) => file.includes('/media/'))).toEqual([]);
    expect(losses(report)).toHaveLength(4);
  });

  it('describes a picture without alternative text by its heading, and tells so', async () => {
    const report = await run({ 'a.md': '# A\n\nx\n\n## La liste\n\n![](a.png)\n', 'a.png': PNG });
    expect(await article('a')).toContain('![La liste](/media/guide/a.png)');
    expect(losses(report)).toHaveLength(1);
  });

  it('drops what could run and keeps what it is allowed to', async () => {
    const text = await body(
      '<script>alert(1)</script>\n\n<div onclick="x()">Un <span style="color:red">mot</span></div>\n\n<iframe src="https://v.example/1" title="Film"></iframe>',
    );
    expect(text).toBe('Un mot\n\n[Film](https://v.example/1)');
  });

  it('redirects old addresses', async () => {
    await write('content', { 'redirects.yml': '# à la main\n- from: /docs/a\n  to: /fr/faq\n' });
    await run(
      { 'a.md': '# A\n\nx\n', 'b/README.md': '---\nredirect_from: [/vieux]\n---\n# B\n\nx\n' },
      { oldPath: '/docs' },
    );
    expect(await read('redirects.yml')).toBe(
      '# à la main\n- from: /docs/a\n  to: /fr/faq\n- from: /docs/b\n  to: /fr/help/guide/b\n- from: /vieux\n  to: /fr/help/guide/b\n',
    );
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

  it('gives pages of one name names of their own, and leaves present articles alone', async () => {
    const present = '---\nkey: x\n---\n\nx\n';
    await write('content', { 'fr/articles/guide/faq.mdx': present });
    await run({ 'a/faq.md': '# F\n\nx\n', 'b/faq.md': '# F\n\nx\n' });
    expect(await article('faq')).toBe(present);
    expect(await article('a-faq')).toContain('key: guide-a-faq');
    expect(await article('b-faq')).toContain('key: guide-b-faq');
  });
});

describe('a second run', () => {
  const files = { 'a.md': '# A\n\nx\n\n![V](a.png)\n', 'b.md': '# B\n\n[a](a.md)\n', 'a.png': PNG };

  it('changes nothing', async () => {
    await run(files);
    const before = await everything();
    const report = await run(files, { today: '2027-01-01' });
    expect(report.changed).toBe(0);
    expect(await everything()).toEqual(before);
  });

  it('brings changed pages up to date and says when they changed', async () => {
    await run(files);
    const report = await run({ 'b.md': '# B\n\nAutre chose.\n' }, { today: '2027-01-01' });
    expect(report.pages.map(({ outcome }) => outcome)).toEqual(['unchanged', 'updated']);
    expect(await article('b')).toContain('publishedOn: 2026-11-20\nchangedOn: 2027-01-01');
  });

  it('does not overwrite what was edited here, unless told to', async () => {
    await run(files);
    const edited = `${await article('a')}\nAjout.\n`;
    await write('content', { 'fr/articles/guide/a.mdx': edited });
    const report = await run(files);
    expect(await article('a')).toBe(edited);
    expect(losses(report)).toContain(
      'a.md:1: fr/articles/guide/a.mdx: was edited here since; not overwritten without --force',
    );
    await run(files, { force: true });
    expect(await article('a')).not.toContain('Ajout.');
  });

  it('keeps the article of a page that is gone, and tells so', async () => {
    await run(files);
    await rm(join(folder, 'source/docs/b.md'));
    const report = await run({});
    expect(report.pages.find(({ source }) => source === 'b.md')?.outcome).toBe('left');
    expect(await article('b')).toContain('key: guide-b');
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
