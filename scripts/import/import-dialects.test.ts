import { describe, expect, it } from 'vitest';
import { article, body, losses, mistakes, PNG, run } from './import-testing';

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
    [
      'what is left out for its look',
      'Un [lien](https://example.org){ .bouton } et {width=300}.',
      'Un [lien](https://example.org) et .',
    ],
    ['a formula', 'Soit x_{i=1}^{n=2} et a{b=1}.', 'Soit x\\_\\{i=1}^\\{n=2} et a\\{b=1}.'],
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
    ['the title of code', '```js {1,3} title="src/a.js"\nx();\n```', '**src/a.js**\n\n```js\nx();\n```'],
    ['a list that goes on', '<ol start="3">\n<li>Trois</li>\n<li>Quatre</li>\n</ol>', '3. Trois\n4. Quatre'],
    [
      'paragraphs and lists of HTML',
      '<p>Un</p>\n<p>Deux</p>\n<ul>\n<li>A <b>x</b></li>\n<li>B</li>\n</ul>',
      'Un\n\nDeux\n\n- A **x**\n- B',
    ],
    [
      'a link around a box of HTML',
      '<a href="https://example.org/"><div><p>Aller</p></div></a>',
      '[Aller](https://example.org/)',
    ],
    ['HTML in a line', 'Un <b>mot</b><br>et <kbd>Entrée</kbd>.', 'Un **mot**\\\net <Key>Entrée</Key>.'],
  ])('%s', async (_name, source, expected) => {
    expect(await body(source)).toBe(expected);
    expect(await mistakes()).toEqual([]);
  });

  it('tells of sizes, marks and words under the mouse that do not come over', async () => {
    const report = await run({
      'page.md': [
        '# Page\n\nx',
        '<img src="a.png" alt="Vue" width="300" />',
        '<figure><img src="a.png" alt="Vue" style="max-width: 50%"><figcaption>Vue</figcaption></figure>',
        '![Vue](a.png "Légende") et [lien](https://example.org "Ailleurs")',
        '```js {1,3} showLineNumbers\nx();\n```',
        'Le <abbr title="système">SI</abbr>.',
      ].join('\n\n'),
      'a.png': PNG,
    });
    expect(losses(report)).toEqual([
      'page.md:5: 300 (and 1 more): the size of a picture on the old page; left out',
      'page.md:9: Légende (and 2 more): words that only showed under the mouse; left out',
      'page.md:11: {1,3} showLineNumbers: marks of lines and the look of code; left out',
    ]);
    expect(await mistakes()).toEqual([]);
  });

  it('leaves what stands in code alone', async () => {
    const code = '```md\n:::tip\n{% hint style="info" %}\n!!! note\n    x\n```';
    expect(await body(code)).toBe(code);
  });

  it('leaves code in quotations alone, and what only looks like more of it', async () => {
    const code = '> > ```html\n> > {% if a %}\n> >   <script src="a"></script>\n> > ```';
    expect(await body(`${code}\n\n:::tip\n\nUn mot.\n\n:::`)).toBe(
      `${code}\n\n<Callout kind="tip">\n  Un mot.\n</Callout>`,
    );
    expect(await body('> ```\n> jamais fermé\n\n:::tip\n\nUn mot.\n\n:::')).toContain('<Callout kind="tip">');
  });

  it('leaves what MDX does not allow in code alone, and mends it elsewhere', async () => {
    const code = '```html\n<!-- a --><br>\n## Titre {#x}\n```';
    await run({
      'page.mdx': `---\ntitle: Page\ndescription: D.\n---\n\n<!-- rien\n\`\`\` -->\n\n## A {#nom}\n\n${code}\n\nUn \`<!-- b --><br>\`<br>mot.\n\n<Tabs>\n<TabItem label="Un">\n\nA\n\n</TabItem>\n</Tabs>\n`,
    });
    expect((await article('page')).split('---\n\n')[1]).toBe(
      `## A \\{#nom}\n\n${code}\n\nUn \`<!-- b --><br>\`\\\nmot.\n\n<Tabs>\n  <Tab title="Un">\n    A\n  </Tab>\n</Tabs>\n`,
    );
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

  it('reads tabs that are written on one line each, and names pages by their title where GitBook names the file', async () => {
    const report = await run({
      'a.mdx':
        '---\ntitle: A\ndescription: D.\n---\n<Tabs>\n  <TabItem value="a" label="Un">Ouvrez **A**.</TabItem>\n  <TabItem value="b" label="Deux">Ouvrez B.</TabItem>\n</Tabs>\n',
      'b.md': '# B\n\nx\n\n{% content-ref url="a.mdx" %}\n[a.mdx](a.mdx)\n{% endcontent-ref %}\n',
      'vide.md': '',
    });
    expect((await article('a')).split('---\n\n')[1]).toBe(
      '<Tabs>\n  <Tab title="Un">\n    Ouvrez **A**.\n  </Tab>\n\n  <Tab title="Deux">\n    Ouvrez B.\n  </Tab>\n</Tabs>\n',
    );
    expect(await article('b')).toContain('[A](/fr/help/guide/a)');
    expect(losses(report)).toEqual(['vide.md:1: the whole page: holds no text; its article is empty']);
    expect(await mistakes()).toEqual([]);
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
