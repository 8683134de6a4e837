import { describe, expect, it } from 'vitest';
import { type Body, compileBody } from './body';

const compiled = (source: string, locale: 'fr' | 'en' = 'fr'): Body => {
  const result = compileBody(source, { locale, format: 'mdx' });
  if (!result.ok) throw new Error(JSON.stringify(result.mistakes));
  return result.body;
};
const mistakes = (source: string) => {
  const result = compileBody(source, { locale: 'fr', format: 'mdx' });
  return result.ok ? [] : result.mistakes.map(({ line, message }) => `${line}: ${message}`);
};

describe('compileBody', () => {
  it('gives headings the ids that anchors use', () => {
    const { headings } = compiled('## Créer l’espace\n\ntexte\n\n### Et après ?\n\n## Créer l’espace');
    expect(headings).toEqual([
      { id: 'creer-l-espace', depth: 2, text: 'Créer l’espace' },
      { id: 'et-apres', depth: 3, text: 'Et après\u202f?' },
      { id: 'creer-l-espace-2', depth: 2, text: 'Créer l’espace' },
    ]);
  });

  it('keeps the name a heading was given, and gives it to no other', () => {
    const { headings } = compiled('## Export\n\n## Exporter la liste \\{#export}\n\n## Fin');
    expect(headings.map(({ id, text }) => [id, text])).toEqual([
      ['export-2', 'Export'],
      ['export', 'Exporter la liste'],
      ['fin', 'Fin'],
    ]);
  });

  it('sets French prose, and leaves code, addresses and English alone', () => {
    const source = 'Lire « ceci » : `a ? b` [ici ?](https://x.example/?a)\n\n```\nx ? y\n```';
    const { tree } = compiled(source);
    const json = JSON.stringify(tree);
    expect(json).toContain('Lire «\u202fceci\u202f»\u202f: ');
    expect(json).toContain('"a ? b"');
    expect(json).toContain('x ? y');
    expect(json).toContain('https://x.example/?a');
    expect(JSON.stringify(compiled('Read this ?', 'en').tree)).toContain('Read this ?');
  });

  it('keeps components as elements with their attributes set as prose', () => {
    const { tree, text } = compiled('<Callout kind="tip" title="Besoin d\'aide ?">\n\nUn **mot**.\n\n</Callout>');
    expect(tree.children[0]).toMatchObject({
      tagName: 'mdx-callout',
      properties: { kind: 'tip', title: 'Besoin d’aide\u202f?' },
    });
    expect(text).toBe('Besoin d’aide\u202f? Un mot.');
  });

  it('parts blocks in the text for search', () => {
    expect(compiled('## Titre\n\nUne phrase.\n\n| A | B |\n| - | - |\n| c | `d` |').text).toBe(
      'Titre · Une phrase. A · B · c · d',
    );
  });

  it('collects links and pictures with their lines', () => {
    const { links, pictures } = compiled(
      'Voir [ici](/fr/faq).\n\n<Screenshot src="/media/a.svg" alt="Vue" />\n\n![](/media/b.svg)',
    );
    expect(links).toEqual([{ target: '/fr/faq', line: 1 }]);
    expect(pictures).toEqual([
      { target: '/media/a.svg', alt: 'Vue', line: 3 },
      { target: '/media/b.svg', alt: '', line: 5 },
    ]);
  });

  it.each([
    ['an import', 'import x from "y"\n\ntexte', '1: code is not allowed'],
    ['an expression', 'a\n\n{process.env.SECRET}', '3: code is not allowed'],
    ['an unknown component', 'a\n\n<Film src="x" />', '3: unknown component <Film>'],
    [
      'a video of an unknown site',
      '<Video src="https://x.example/v" title="t" />',
      '1: <Video> src must be a video of',
    ],
    ['a video of ours without subtitles', '<Video src="/media/a.mp4" title="t" />', '1: <Video> needs subtitles='],
    [
      'a poster of another site',
      '<Video src="https://youtu.be/abcdef" title="t" poster="https://i.ytimg.com/x.jpg" />',
      '1: <Video> poster must be a picture under /media/',
    ],
    ['raw HTML', '<script>x</script>', '1: unknown component <script>'],
    ['an event handler', '<Callout onClick="x">a</Callout>', '1: <Callout> has no attribute onClick'],
    ['an expression in an attribute', '<Step title={x}>a</Step>', '1: <Step> title must be written in quotes'],
    ['a missing attribute', '<Screenshot src="/media/a.svg" />', '1: <Screenshot> needs alt'],
    ['a value that is none of ours', '<Callout kind="big">a</Callout>', '1: <Callout> kind must be one of'],
    ['a component left open', 'a\n\n<Steps>\n\nb', 'closing tag'],
  ])('refuses %s, with its line', (_name, source, expected) => {
    expect(mistakes(source).join('\n')).toContain(expected);
  });

  it('counts the lines of the file, front matter included', () => {
    expect(mistakes('---\nkey: a\n---\n\n<Nope />')).toEqual(['5: unknown component <Nope>']);
  });

  it('reads imported files as plain Markdown', () => {
    const result = compileBody('a {b} <br>', { locale: 'en', format: 'md' });
    expect(result.ok && result.body.text).toBe('a {b}');
  });
});
