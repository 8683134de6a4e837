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
