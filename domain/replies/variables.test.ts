import { describe, expect, it } from 'vitest';
import { filledIn, firstNameOf, unknownVariables } from './variables';

const FACTS = {
  firstName: 'Camille',
  name: 'Camille Roux',
  organisation: 'Les Amis du Jardin',
  number: '1042',
  subject: 'L’import s’arrête',
  agent: 'Théo Lambert',
  team: 'Adhérents',
};

describe('the words of a canned reply', () => {
  it.each([
    ['Bonjour {prenom},', 'Bonjour Camille,'],
    ['Bonjour { Prénom },', 'Bonjour Camille,'],
    ['{numero} : {sujet} ({organisation})', '1042 : L’import s’arrête (Les Amis du Jardin)'],
    ['{agent}, {pole}, {nom}', 'Théo Lambert, Adhérents, Camille Roux'],
    ['Écrivez { ou }, ou {autre}.', 'Écrivez { ou }, ou {autre}.'],
    ['', ''],
  ])('“%s” become “%s”', (body, expected) => {
    expect(filledIn(body, FACTS)).toBe(expected);
  });

  it('never fill in what a fact says in braces itself', () => {
    expect(filledIn('{sujet}', { ...FACTS, subject: '{agent}' })).toBe('{agent}');
  });

  it('name what means nothing, each once', () => {
    expect(unknownVariables('{prenom} {autre} {autre} {Pôle} {x y}')).toEqual(['autre', 'x y']);
  });
});

describe('a first name', () => {
  it.each([
    ['Camille Roux', 'Camille'],
    ['  Noor  ', 'Noor'],
    ['', ''],
  ])('of “%s” is “%s”', (name, expected) => {
    expect(firstNameOf(name)).toBe(expected);
  });
});
