import { describe, expect, it } from 'vitest';
import { bodyFromText } from './bodies';

const link = (address: string): string =>
  `<a href="${address}" rel="nofollow noopener noreferrer" target="_blank">${address}</a>`;

describe('a body typed as plain text', () => {
  it.each([
    ['see https://a.example/x.', `<p>see ${link('https://a.example/x')}.</p>`],
    ['"https://a.example"', `<p>"${link('https://a.example')}"</p>`],
    ['<https://a.example/b>', `<p>&lt;${link('https://a.example/b')}&gt;</p>`],
    ['« https://a.example/b »', `<p>« ${link('https://a.example/b')} »</p>`],
    ['https://a.example/?a=1&b=2', `<p>${link('https://a.example/?a=1&amp;b=2')}</p>`],
    ['a < b & c > d', '<p>a &lt; b &amp; c &gt; d</p>'],
    ['<script>alert(1)</script>', '<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>'],
    ['javascript:alert(1)', '<p>javascript:alert(1)</p>'],
    ['one\r\ntwo\n\nthree', '<p>one<br />two</p><p>three</p>'],
  ])('%s', (text, html) => {
    expect(bodyFromText(text).html).toBe(html);
  });
});
