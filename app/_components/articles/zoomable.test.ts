import type { Element, ElementContent, Root } from 'hast';
import { expect, it } from 'vitest';
import { zoomable } from './zoomable';

const element = (tagName: string, children: ElementContent[] = [], alt?: string): Element => ({
  type: 'element',
  tagName,
  properties: alt === undefined ? {} : { alt },
  children,
});
const picture = (alt?: string): Element => element('img', [], alt);
const tree = (...children: Element[]): Root => ({ type: 'root', children });

it('opens pictures that say something, wherever they stand in the text', () => {
  const given = tree(
    element('p', [picture('Le menu')]),
    element('mdx-steps', [element('mdx-step', [picture('Le bouton')])]),
  );
  const before = structuredClone(given);
  expect(zoomable(given)).toEqual(
    tree(
      element('p', [element('mdx-picture', [], 'Le menu')]),
      element('mdx-steps', [element('mdx-step', [element('mdx-picture', [], 'Le bouton')])]),
    ),
  );
  expect(given).toEqual(before);
  expect(zoomable(given)).toBe(zoomable(given));
});

it('leaves decoration, and pictures that are pressed for something else', () => {
  const given = tree(
    element('p', [picture(), picture(' ')]),
    element('p', [element('a', [picture('Notre site')])]),
    element('mdx-screenshot', [picture('Un écran')]),
  );
  expect(zoomable(given)).toEqual(given);
});
