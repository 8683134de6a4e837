import { describe, expect, it } from 'vitest';
import { passwordFault } from './passwords';

const camille = { name: 'Camille Le Goff', email: 'camille.legoff@lesamisdujardin.example' };

describe('a password somebody chose', () => {
  it.each([
    ['cheval correct agrafe', null],
    ['camille adore les dahlias', null],
    ['Éléphant-violet-42', null],
    ['neufcarac', 'errors.tooSmall.string'],
    ['dixcaract😀', null],
    ['a'.repeat(201), 'errors.tooBig.string'],
    ['motdepasse2026', 'errors.password.common'],
    ['Mot de passe !', 'errors.password.common'],
    ['AzertyUiop', 'errors.password.common'],
    ['aaaaaaaaaaaaaa', 'errors.password.common'],
    ['abababababab', 'errors.password.common'],
    ['Password1234', 'errors.password.common'],
    ['Camille.LeGoff', 'errors.password.own'],
    ['camillelegoff77', 'errors.password.own'],
    ['lesamisdujardin1', 'errors.password.own'],
  ])('%s', (password, key) => {
    expect(passwordFault(password, camille)?.key ?? null).toBe(key);
  });
});
