import { expect, it } from 'vitest';
import { hintsOf } from './make-page';

it('hints at fonts and sheets that the page asks for, and at no other files', () => {
  const hint = (path: string, as: string) => `<${path}>; rel=preload; as="${as}"`;
  const files = new Map([
    ['/_next/static/inlined.css', { text: 'p{}' }],
    ['/reading.js', { version: '1' }],
  ]);
  const font = '</_next/static/a.woff2>; rel=preload; as="font"; crossorigin=""; type="font/woff2"';
  const link = [
    font,
    hint('/_next/static/inlined.css', 'style'),
    hint('/_next/static/all.css?x', 'style'),
    hint('/b.js', 'script'),
  ];
  expect(hintsOf(link.join(', '), files)).toBe(`${font}, ${hint('/_next/static/all.css?x', 'style')}`);
  expect(hintsOf(undefined, files)).toBe('');
});
