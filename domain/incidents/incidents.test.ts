import { describe, expect, it } from 'vitest';
import {
  INCIDENT_STATUSES,
  impactOf,
  isRunning,
  NEXT_INCIDENT_STATUSES,
  pageStatus,
  worstComponentStatus,
} from './status';
import { byMonth, foldIncident, type IncidentStep } from './timeline';

const step = (status: IncidentStep['status'], at: number, impact: IncidentStep['impact'] = 'minor'): IncidentStep => ({
  status,
  impact,
  at,
});

describe('an incident', () => {
  it('is what its last step says', () => {
    expect(foldIncident([step('investigating', 1, 'minor'), step('identified', 2, 'major')])).toEqual({
      status: 'identified',
      impact: 'major',
      monitoringAt: null,
      resolvedAt: null,
    });
  });
  it('keeps when it was first watched and resolved, through the postmortem', () => {
    const steps = [
      step('investigating', 1),
      step('monitoring', 2),
      step('monitoring', 3),
      step('resolved', 4),
      step('postmortem', 9),
    ];
    expect(foldIncident(steps)).toMatchObject({ status: 'postmortem', monitoringAt: 2, resolvedAt: 4 });
  });
  it('forgets the watch when trouble comes back', () => {
    expect(foldIncident([step('monitoring', 2), step('investigating', 3)])).toMatchObject({
      monitoringAt: null,
      resolvedAt: null,
    });
  });
  it('is a bug without a step', () => expect(() => foldIncident([])).toThrow(RangeError));
  it.each(INCIDENT_STATUSES)('%s leads somewhere, and only what is over has a postmortem', (status) => {
    expect(NEXT_INCIDENT_STATUSES[status].length).toBeGreaterThan(0);
    expect(NEXT_INCIDENT_STATUSES[status].includes('postmortem')).toBe(!isRunning(status));
  });
});

describe('what the page says', () => {
  it.each([
    [[], [], 'none', 'operational'],
    [[], ['operational', 'under_maintenance'], 'none', 'maintenance'],
    [['none'], ['operational'], 'none', 'operational'],
    [['minor'], ['operational'], 'minor', 'minor'],
    [['minor'], ['partial_outage'], 'major', 'major'],
    [['critical'], ['under_maintenance'], 'critical', 'critical'],
    [[], ['degraded_performance', 'major_outage'], 'critical', 'critical'],
  ] as const)('incidents %j, components %j: %s, %s', (impacts, components, indicator, description) => {
    expect(pageStatus(impacts, components)).toEqual({ indicator, description });
  });
  it.each([
    [[], 'none'],
    [['operational', 'under_maintenance'], 'none'],
    [['degraded_performance', 'operational'], 'minor'],
    [['degraded_performance', 'major_outage', 'partial_outage'], 'critical'],
  ] as const)('%j amounts to %s', (statuses, impact) => expect(impactOf(statuses)).toBe(impact));
  it.each([
    [[], 'operational'],
    [['operational', 'under_maintenance'], 'under_maintenance'],
    [['under_maintenance', 'partial_outage'], 'partial_outage'],
  ] as const)('a group of %j is %s', (statuses, worst) => expect(worstComponentStatus(statuses)).toBe(worst));
});

describe('history by month', () => {
  it('cuts at local midnight: the last evening of the month in UTC is the next month in Paris', () => {
    const items = [{ startedAt: new Date('2026-10-31T23:30:00Z') }, { startedAt: new Date('2026-10-31T22:30:00Z') }];
    expect(byMonth(items, 'Europe/Paris').map(({ month, items: inMonth }) => [month, inMonth.length])).toEqual([
      ['2026-11', 1],
      ['2026-10', 1],
    ]);
  });
});
