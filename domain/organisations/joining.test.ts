import { describe, expect, it } from 'vitest';
import { domainFault, domainsIn } from './joining';

describe('domains of an organisation', () => {
  it('are read as people type them', () => {
    expect(domainsIn(' @Jardin.fr, club.example;jardin.fr\nparc.org ')).toEqual([
      'jardin.fr',
      'club.example',
      'parc.org',
    ]);
  });

  it.each([
    ['jardin.fr', null],
    ['mail.jardin.example', null],
    ['jardin', 'form'],
    ['jardin..fr', 'form'],
    ['-a.fr', 'form'],
    ['a@b.fr', 'form'],
    ['gmail.com', 'public'],
    ['orange.fr', 'public'],
  ])('%s: %s', (domain, fault) => {
    expect(domainFault(domain)).toBe(fault);
  });
});
