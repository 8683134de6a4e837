/** Vocabulary of Atlassian Statuspage's v2 API, so that existing clients work unchanged. Worse is later in each tuple but for maintenance. */
export const COMPONENT_STATUSES = [
  'operational',
  'degraded_performance',
  'partial_outage',
  'major_outage',
  'under_maintenance',
] as const;
export type ComponentStatus = (typeof COMPONENT_STATUSES)[number];

export const INCIDENT_STATUSES = ['investigating', 'identified', 'monitoring', 'resolved', 'postmortem'] as const;
export type IncidentStatus = (typeof INCIDENT_STATUSES)[number];

export const IMPACTS = ['none', 'minor', 'major', 'critical'] as const;
export type Impact = (typeof IMPACTS)[number];

/** Which status an update may bring an incident to, by the one it has: back and forth while it runs, a postmortem only once it is over. */
export const NEXT_INCIDENT_STATUSES: Record<IncidentStatus, readonly IncidentStatus[]> = {
  investigating: ['investigating', 'identified', 'monitoring', 'resolved'],
  identified: ['investigating', 'identified', 'monitoring', 'resolved'],
  monitoring: ['investigating', 'identified', 'monitoring', 'resolved'],
  resolved: ['postmortem'],
  postmortem: ['postmortem'],
};

/** Whether an incident in this status still goes on. */
export const isRunning = (status: IncidentStatus): boolean => status !== 'resolved' && status !== 'postmortem';

const worstOf = <Value extends string>(order: readonly Value[], values: readonly Value[], least: Value): Value =>
  values.reduce((worst, value) => (order.indexOf(value) > order.indexOf(worst) ? value : worst), least);

/** The worse of two impacts. */
export const worseImpact = (one: Impact, other: Impact): Impact => worstOf(IMPACTS, [one, other], 'none');

const IMPACT_OF_COMPONENT: Record<ComponentStatus, Impact> = {
  operational: 'none',
  degraded_performance: 'minor',
  partial_outage: 'major',
  major_outage: 'critical',
  under_maintenance: 'none',
};

/** The impact that the states of the affected components amount to: the worst of them counts. */
export const impactOf = (statuses: readonly ComponentStatus[]): Impact =>
  worstOf(
    IMPACTS,
    statuses.map((status) => IMPACT_OF_COMPONENT[status]),
    'none',
  );

/** The state of a group: that of its worst component; maintenance shows only where nothing is worse. */
export const worstComponentStatus = (statuses: readonly ComponentStatus[]): ComponentStatus => {
  const troubled = statuses.filter((status) => status !== 'under_maintenance');
  const worst = worstOf(COMPONENT_STATUSES, troubled, 'operational');
  return worst === 'operational' && statuses.includes('under_maintenance') ? 'under_maintenance' : worst;
};

/** What the whole page says: the worst running incident, or the worst component where that is worse. */
export type PageStatus = { indicator: Impact; description: PageDescription };
export const PAGE_DESCRIPTIONS = ['operational', 'minor', 'major', 'critical', 'maintenance'] as const;
export type PageDescription = (typeof PAGE_DESCRIPTIONS)[number];

/**
 * Indicator and description of the page. The indicator has only `none minor major critical`: strict clients reject
 * anything else, so maintenance is `none` and is told in the description.
 */
export const pageStatus = (
  runningImpacts: readonly Impact[],
  componentStatuses: readonly ComponentStatus[],
): PageStatus => {
  const indicator = worstOf(IMPACTS, [...runningImpacts, impactOf(componentStatuses)], 'none');
  if (indicator !== 'none') return { indicator, description: indicator };
  return { indicator, description: componentStatuses.includes('under_maintenance') ? 'maintenance' : 'operational' };
};
