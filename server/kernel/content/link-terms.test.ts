import { expect, it } from 'vitest';
import { termFinder } from '@/domain/resources/terms';
import { compileBody } from './body';
import { linkTerms } from './link-terms';

const FIND = termFinder(
  [
    { slug: 'cotisation', term: 'cotisation', aliases: [] },
    { slug: 'mandat', term: 'mandat', aliases: [] },
  ],
  'fr',
);

type Node = { type: string; tagName?: string; properties?: Record<string, unknown>; value?: string; children?: Node[] };

const drawn = (node: Node): string => {
  const inner = (node.children ?? []).map(drawn).join('');
  if (node.type === 'text') return node.value ?? '';
  return node.tagName === 'mdx-term' ? `[${node.properties?.slug}:${inner}]` : inner;
};

const linked = (source: string): string => {
  const compiled = compileBody(source, { locale: 'fr', format: 'mdx' });
  if (!compiled.ok || !FIND) throw new Error('the sample does not compile');
  return drawn(linkTerms(compiled.body.tree, FIND) as Node);
};

it.each([
  ['the first time only', 'La cotisation, puis les cotisations.', 'La [cotisation:cotisation], puis les cotisations.'],
  ['each term once', 'Mandat de cotisation.', '[mandat:Mandat] de [cotisation:cotisation].'],
  ['in prose, not in headings', '## La cotisation\n\nUne cotisation.', 'La cotisationUne [cotisation:cotisation].'],
  ['not in links', '[cotisation](/fr/help) et cotisation', 'cotisation et [cotisation:cotisation]'],
  ['not in code', '`cotisation` et cotisation', 'cotisation et [cotisation:cotisation]'],
  ['inside emphasis and lists', '- une **cotisation**', '\nune [cotisation:cotisation]\n'],
  ['inside callouts', '<Callout kind="tip">\n\nUne cotisation.\n\n</Callout>', 'Une [cotisation:cotisation].'],
  [
    'not inside cards, which are links',
    '<Cards>\n<Card href="/fr/help" title="Aide">cotisation</Card>\n</Cards>',
    'cotisation',
  ],
])('links a term %s', (_name, source, expected) => {
  expect(linked(source).trim()).toBe(expected.trim());
});

it('leaves the tree it is given as it is', () => {
  const compiled = compileBody('Une cotisation.', { locale: 'fr', format: 'mdx' });
  if (!compiled.ok || !FIND) throw new Error('the sample does not compile');
  const before = JSON.stringify(compiled.body.tree);
  linkTerms(compiled.body.tree, FIND);
  expect(JSON.stringify(compiled.body.tree)).toBe(before);
});
