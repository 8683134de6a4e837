import { describe, expect, it } from 'vitest';
import { domainFault, domainsIn, joiningBy, tellingDomain } from './joining';

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

describe('joining', () => {
  it.each([
    ['lou@Jardin.fr', 'jardin.fr'],
    ['lou@gmail.com', null],
    ['lou@ORANGE.FR', null],
    ['lou', null],
    ['"a@b"@club.example', 'club.example'],
  ])('%s belongs by %s', (email, domain) => {
    expect(tellingDomain(email)).toBe(domain);
  });

  it('is for those who are let in, who ask, or nobody', () => {
    expect([joiningBy('open'), joiningBy('approval'), joiningBy('invitation')]).toEqual(['joins', 'asks', null]);
  });
});
