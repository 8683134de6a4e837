import { describe, expect, it } from 'vitest';
import { backOfficeAddress, templateFault } from './back-office';

const facts = {
  organisation: 'Les Amis & Cie / Lyon',
  organisationId: '0b9c',
  version: '2026.46',
  person: 'Camille Roux',
  email: 'camille+aide@lesamis.example',
  number: '1042',
};

describe('links into the back office', () => {
  it.each([
    ['https://crm.example.com/o/{organisation}', null],
    ['https://crm.example.com?mail={email}&ticket={number}', null],
    ['https://crm.example.com', null],
    ['http://crm.example.com/{number}', 'https'],
    ['javascript:alert({number})', 'https'],
    ['crm.example.com/{number}', 'https'],
    ['https://user:secret@crm.example.com/{number}', 'https'],
    ['https://{organisation}.example.com/', 'host'],
    ['https://crm.example.com{organisation}/x', 'host'],
    ['https://crm.example.com/{customer}', 'place'],
    ['https://crm.example.com/{number', 'place'],
    ['https://crm.example.com/{}', 'place'],
  ])('%s: %s', (template, fault) => {
    expect(templateFault(template)).toBe(fault);
  });

  it('encode what they are filled with', () => {
    expect(backOfficeAddress('https://crm.example.com/o/{organisation}?mail={email}#{number}', facts)).toBe(
      'https://crm.example.com/o/Les%20Amis%20%26%20Cie%20%2F%20Lyon?mail=camille%2Baide%40lesamis.example#1042',
    );
  });

  it.each([
    ['nothing to say', { organisation: null }],
    ['blanks', { organisation: '  ' }],
    ['dots, which would lead up the path', { organisation: '..' }],
  ])('are none where a place has %s', (_, missing) => {
    const template = 'https://crm.example.com/o/{organisation}/{number}';
    expect(backOfficeAddress(template, { ...facts, ...missing })).toBeNull();
    expect(backOfficeAddress('https://crm.example.com/{number}', { ...facts, ...missing })).not.toBeNull();
  });
});
