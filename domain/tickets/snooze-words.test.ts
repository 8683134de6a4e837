import { describe, expect, it } from 'vitest';
import { instantIn } from './snooze-words';

/** Wednesday, 25 November 2026, 10:20 in Paris. */
const NOW = Date.UTC(2026, 10, 25, 9, 20);
const paris = (day: string, time: string) => Date.parse(`2026-${day}T${time}:00+01:00`);

describe('a time in words', () => {
  it.each<[string, string, string]>([
    ['lundi 9 h', '11-30', '09:00'],
    ['Lundi prochain à 9h30', '11-30', '09:30'],
    ['monday 9am', '11-30', '09:00'],
    ['next Monday at 2 pm', '11-30', '14:00'],
    ['mercredi', '12-02', '09:00'],
    ['demain', '11-26', '09:00'],
    ['demain à 14 h 30', '11-26', '14:30'],
    ['demain matin', '11-26', '09:00'],
    ['demain après-midi', '11-26', '14:00'],
    ['tomorrow at noon', '11-26', '12:00'],
    ['après-demain', '11-27', '09:00'],
    ['the day after tomorrow', '11-27', '09:00'],
    ['ce soir', '11-25', '18:00'],
    ['cet après-midi', '11-25', '14:00'],
    ['this evening', '11-25', '18:00'],
    ['tonight', '11-25', '18:00'],
    ['14 h', '11-25', '14:00'],
    ['9:30', '11-26', '09:30'],
    ['dans 2 heures', '11-25', '12:20'],
    ['in 45 minutes', '11-25', '11:05'],
    ['dans trois jours', '11-28', '09:00'],
    ['in a week', '12-02', '09:00'],
    ['dans une semaine', '12-02', '09:00'],
    ['la semaine prochaine', '11-30', '09:00'],
    ['next week', '11-30', '09:00'],
    ['le mois prochain', '12-01', '09:00'],
    ['30 novembre', '11-30', '09:00'],
    ['le 1er décembre à 8 h', '12-01', '08:00'],
    ['December 1st', '12-01', '09:00'],
    ['30/11', '11-30', '09:00'],
    ['2026-11-30T09:15', '11-30', '09:15'],
  ])('“%s” is %s at %s', (words, day, time) => {
    expect(instantIn(words, NOW, 'Europe/Paris')).toBe(paris(day, time));
  });

  it.each(['', '   ', 'bientôt', 'when it rains', '31 février', '25 h', 'lundi 9 h 75', 'dans longtemps', '42/13'])(
    '“%s” names none',
    (words) => {
      expect(instantIn(words, NOW, 'Europe/Paris')).toBeNull();
    },
  );

  it('is reckoned by the calendar of who says it, also when the clocks change', () => {
    const saturday = Date.UTC(2026, 9, 24, 12);
    expect(instantIn('demain 9 h', saturday, 'Europe/Paris')).toBe(Date.UTC(2026, 9, 25, 8));
    expect(instantIn('demain 9 h', saturday, 'America/Cayenne')).toBe(Date.UTC(2026, 9, 25, 12));
    expect(instantIn('15 janvier', NOW, 'Europe/Paris')).toBe(Date.parse('2027-01-15T09:00:00+01:00'));
  });
});
