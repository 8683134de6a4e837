import type { Phrase } from '../refusal';

/** Length alone makes a password strong (NIST SP 800-63B): no rules on kinds of characters, a ceiling against abuse. */
export const PASSWORD_LENGTH = { min: 10, max: 200 } as const;

/** Leaked again and again, at least ten characters long; compared without case, digits at the end or symbols. */
const COMMON = new Set([
  '0123456789',
  '1234567890',
  '0987654321',
  '1q2w3e4r5t',
  '1qaz2wsx3edc',
  'abcdefghij',
  'administrateur',
  'administrator',
  'adminadmin',
  'azertyuiop',
  'azertyazerty',
  'bienvenue',
  'bonjourbonjour',
  'changeme',
  'changemenow',
  'chocolat',
  'confidentiel',
  'doudoudoudou',
  'footballfootball',
  'iloveyou',
  'iloveyouiloveyou',
  'jetaimejetaime',
  'letmein',
  'letmeinletmein',
  'loulouloulou',
  'marseille',
  'monmotdepasse',
  'motdepasse',
  'mypassword',
  'passpass',
  'passw0rd',
  'password',
  'passwordpassword',
  'princesse',
  'qwertyuiop',
  'qwertyqwerty',
  'secretsecret',
  'soleilsoleil',
  'sunshine',
  'superman',
  'temporaire',
  'trustno1',
  'welcome',
  'welcomewelcome',
]);

/** What must remain of a password once the person's own words are taken out of it, in characters. */
const LEFT_WITHOUT_OWN_WORDS = 6;
const DISTINCT_CHARACTERS = 5;

const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
const lettersAndDigits = (text: string): string => folded(text).replace(/[^\p{L}\p{N}]/gu, '');

const isCommon = (password: string): boolean => {
  const bare = lettersAndDigits(password);
  return COMMON.has(bare) || COMMON.has(bare.replace(/\d+$/, '')) || new Set(bare).size < DISTINCT_CHARACTERS;
};

const ownWords = (person: { name: string; email: string }): string[] =>
  `${person.name} ${person.email}`
    .split(/[\s@.+_-]+/)
    .map(lettersAndDigits)
    .filter((word) => word.length >= 3)
    .sort((a, b) => b.length - a.length);

const isOwnWords = (password: string, person: { name: string; email: string }): boolean => {
  const bare = lettersAndDigits(password);
  const rest = ownWords(person).reduce((left, word) => left.replaceAll(word, ''), bare);
  return rest !== bare && rest.length < LEFT_WITHOUT_OWN_WORDS;
};

/** What is wrong with a password somebody chose, or `null`: too short, too long, known to everybody, or their own name. */
export const passwordFault = (password: string, person: { name: string; email: string }): Phrase | null => {
  const length = [...password].length;
  if (length < PASSWORD_LENGTH.min) return { key: 'errors.tooSmall.string', data: { minimum: PASSWORD_LENGTH.min } };
  if (length > PASSWORD_LENGTH.max) return { key: 'errors.tooBig.string', data: { maximum: PASSWORD_LENGTH.max } };
  if (isCommon(password)) return { key: 'errors.password.common' };
  return isOwnWords(password, person) ? { key: 'errors.password.own' } : null;
};
