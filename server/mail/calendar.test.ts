import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { callCalendar } from './calendar';

const CALL = {
  callId: '0b9c8f0e-0000-4000-8000-000000000000',
  at: '2026-11-24T18:30:00.000Z',
  minutes: 30,
  cancelled: false,
  summary: 'Appel avec Théo ; demande n° 1042, « import »',
  description: 'L’import s’arrête\n06 12 34 56 78',
  url: 'https://help.example.com/fr/requests/1042',
};

const parsed = (content: string) => {
  const calendar = new ICAL.Component(ICAL.parse(content));
  const [event] = calendar.getAllSubcomponents('vevent');
  if (!event) throw new Error('a calendar without an entry');
  return { method: calendar.getFirstPropertyValue('method'), component: event, event: new ICAL.Event(event) };
};

describe('a call in a calendar', () => {
  it('is read by another program as it was meant', () => {
    const { content, method } = callCalendar(CALL);
    const read = parsed(content);
    expect([method, read.method]).toEqual(['PUBLISH', 'PUBLISH']);
    expect(read.event.startDate.toJSDate().toISOString()).toBe(CALL.at);
    expect(read.event.duration.toSeconds()).toBe(1800);
    expect(read.event.summary).toBe(CALL.summary);
    expect(read.event.description).toBe(CALL.description);
    expect(read.component.getFirstPropertyValue('status')).toBe('CONFIRMED');
    expect(read.component.getFirstPropertyValue('url')).toBe(CALL.url);
    expect(read.component.getAllSubcomponents('valarm')).toHaveLength(1);
  });

  it('goes again by a later version of the same entry', () => {
    const before = parsed(callCalendar(CALL).content);
    const after = parsed(callCalendar({ ...CALL, cancelled: true }).content);
    expect(after.method).toBe('CANCEL');
    expect(after.event.uid).toBe(before.event.uid);
    expect(after.event.sequence).toBeGreaterThan(before.event.sequence ?? 0);
    expect(after.component.getFirstPropertyValue('status')).toBe('CANCELLED');
    expect(after.component.getAllSubcomponents('valarm')).toHaveLength(0);
  });
});
