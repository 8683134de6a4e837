import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fragmentOf, lighten } from './lighten';
import { createSecurityHeaders } from './security-headers';

/** As Next 16 really wrote it, with a part that React streamed after the first. */
const STREAMED = readFileSync(join(import.meta.dirname, 'samples/streamed.html.txt'), 'utf8');

const page = (head: string, body: string): string =>
  `<!DOCTYPE html><html lang="fr"><head>${head}</head><body>${body}</body></html>`;

describe('lighten', () => {
  it('leaves no framework script, preload or inline data in a page that Next wrote', () => {
    const { html } = lighten(STREAMED);
    expect(html).not.toMatch(/<script|_next\/static\/chunks|__next_f|modulepreload|rel="expect"|<!--\$/);
    expect(html.length).toBeLessThan(STREAMED.length / 4);
    expect(html).toMatch(/^<!DOCTYPE html><html lang="fr">/);
  });

  it('puts a streamed part where its fallback was, in order', () => {
    const { html } = lighten(STREAMED);
    expect(html).not.toContain('<i>wait</i>');
    expect(html).not.toContain('template');
    expect(html).toMatch(/<p>calm\s*<\/p><section>x+<\/section><p style="color:red">end<\/p>/);
  });

  it('puts streamed parts inside streamed parts', () => {
    const { html } = lighten(
      page(
        '',
        '<!--$?--><template id="B:0"></template><i>a</i><!--$?--><template id="B:9"></template><!--/$--><!--/$--><p>after</p>' +
          '<div hidden id="S:0"><b>one</b><!--$?--><template id="B:a"></template>wait<!--/$--><template id="P:1"></template></div>' +
          '<div hidden id="S:a"><b>two</b></div><div hidden id="S:1"><b>three</b></div>',
      ),
    );
    expect(html).toContain('<body><b>one</b><b>two</b><b>three</b><p>after</p></body>');
  });

  it('keeps what is data, style or ours', () => {
    const kept =
      '<script type="application/ld+json">{"@type":"Article"}</script><script src="/theme.js"></script>' +
      '<link rel="stylesheet" href="/_next/static/chunks/a.css"><link rel="preload" href="/f.woff2" as="font" crossorigin="">';
    expect(lighten(page(kept, '<p>x</p>')).html).toBe(page(kept, '<p>x</p>'));
  });

  it.each([
    ['<script>alert(1)</script>'],
    ['<script type="module">import "x"</script>'],
    ['<script type="importmap">{}</script>'],
    ['<script src="/_next/static/chunks/a.js" async=""></script>'],
    ['<link rel="modulepreload" href="/_next/a.js">'],
    ['<link rel="preload" as="script" href="/_next/a.js">'],
    ['<link rel="expect" href="#_R_" blocking="render">'],
    ['<!-- a comment -->'],
  ])('removes %s', (superfluous) => {
    expect(lighten(page(superfluous, '<p>x</p>')).html).toBe(page('', '<p>x</p>'));
  });

  it('moves metadata that was streamed into the body to the head', () => {
    const { html } = lighten(page('', '<div><title>T</title><meta name="description" content="d"></div><p>x</p>'));
    expect(html).toBe(page('<title>T</title><meta name="description" content="d">', '<div></div><p>x</p>'));
  });

  it('leaves the title of a picture and microdata where they are', () => {
    const body = '<svg><title>T</title></svg><div itemscope=""><meta itemprop="a" content="b"></div>';
    expect(lighten(page('', body)).html).toBe(page('', body));
  });

  it('adds a version of their content to our own scripts', () => {
    const own = new Map([['/reading.js', { version: 'abc' }]]);
    const { html, styles } = lighten(page('<script src="/reading.js"></script>', ''), own);
    expect(html).toContain('<script src="/reading.js?v=abc"></script>');
    expect(styles).not.toHaveProperty('scripts');
  });

  it('writes a script that a page would wait for into the page, which allows it and no other', () => {
    const text = 'document.documentElement.dataset.theme="dark"&&1<2';
    const own = new Map([['/theme.js', { text }]]);
    const { html, styles } = lighten(page('<script src="/theme.js"></script>', '<script>alert(1)</script>'), own);
    expect(html).toBe(page(`<script>${text}</script>`, ''));
    const { readingPolicy } = createSecurityHeaders({ secure: false, dev: false });
    const hash = createHash('sha256').update(text).digest('base64');
    expect(readingPolicy(styles)).toContain(`script-src 'self' 'sha256-${hash}';`);
  });

  it('writes a small sheet into the page, which allows it and no other', () => {
    const text = '@font-face{font-family:a;src:url(/_next/static/media/a.woff2)}';
    const own = new Map([['/_next/static/chunks/a.css', { text }]]);
    const links = ['a', 'b'].map((name) => `<link rel="stylesheet" href="/_next/static/chunks/${name}.css?dpl=1">`);
    const { html, styles } = lighten(page(links.join(''), ''), own);
    expect(html).toBe(page(`<style>${text}</style>${links[1]}`, ''));
    expect(styles.hashes).toEqual([`'sha256-${createHash('sha256').update(text).digest('base64')}'`]);
  });

  it('marks places for fragments', () => {
    const { html } = lighten(page('', '<div data-include="banner">old</div><div data-include="../x">y</div>'));
    expect(html).toContain('<div data-include="banner" data-filled=""><!--include:banner--></div>');
    expect(html).toContain('<div data-include="../x">y</div>');
  });

  it('tells which sites a press may put a player of into the page, by links of ours alone', () => {
    const player = 'https://www.youtube-nocookie.com/embed/x?autoplay=1';
    const link = (address: string) => `<a href="/x" data-embed="${address}">x</a>`;
    expect(lighten(page('', link(player) + link(`${player}&amp;b`))).styles.frames).toEqual([
      'https://www.youtube-nocookie.com',
    ]);
    const others = ['javascript:1', 'http://x.example/a', "https://x example; script-src 'unsafe-inline'"]
      .map(link)
      .join('');
    expect(lighten(page('', `${others}<p data-embed="${player}">x</p>`)).styles.frames).toBeUndefined();
  });

  it('tells which styles the policy must allow', () => {
    expect(lighten(page('', '<p>x</p>')).styles).toEqual({ hashes: [], attributes: false });
    const { styles } = lighten(page('<style>p{color:red}</style>', '<p style="color:red">x</p>'));
    expect(styles.attributes).toBe(true);
    expect(styles.hashes).toEqual([expect.stringMatching(/^'sha256-[A-Za-z0-9+/]+=*'$/)]);
  });
});

describe('fragmentOf', () => {
  it('is the inside of the marked element', () => {
    expect(fragmentOf(page('<script>1</script>', '<header>h</header><div data-fragment=""><p>x</p></div>'))).toBe(
      '<p>x</p>',
    );
  });
  it('is empty where there is nothing to show', () => {
    expect(fragmentOf(page('', '<div data-fragment=""> </div>'))).toBe('');
  });
});
