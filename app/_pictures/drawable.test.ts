import { describe, expect, it } from 'vitest';
import { drawable } from './drawable';

describe('a text as our fonts can draw it', () => {
  it.each([
    ['French as it is', 'Où est passé « l’œuvre » de Zoë à 12 € ?', 'Où est passé « l’œuvre » de Zoë à 12 € ?'],
    ['narrow spaces as those that do not break either', 'Que faire\u202f?', 'Que faire\u00a0?'],
    ['names of the neighbours', 'Łódź, Dvořák, Şişli', 'Łódź, Dvořák, Şişli'],
    ['a letter without the accent our fonts have not', 'Tiếng Việt', 'Tieng Viet'],
    ['no pictures among words', 'Bravo 🎉 à tous', 'Bravo à tous'],
    ['nothing of what they cannot draw', '日本語', ''],
  ])('has %s', (_what, text, drawn) => {
    expect(drawable(text)).toBe(drawn);
  });
});
