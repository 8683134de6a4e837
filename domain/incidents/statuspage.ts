import type { ComponentStatus, Impact, IncidentStatus, PageStatus } from './status';

/**
 * The shapes of Atlassian Statuspage's public API v2, as pure functions: the same serialisers will serve the app's own
 * answers and the static snapshot, so that they cannot drift. Source: the public v2 documentation, and `reference.md`.
 */
export type PageFacts = { id: string; name: string; url: string; timeZone: string; updatedAt: Date };

export type ComponentFacts = {
  id: string;
  name: string;
  description: string | null;
  status: ComponentStatus;
  createdAt: Date;
  updatedAt: Date;
  position: number;
  showcase: boolean;
  groupId: string | null;
};
export type GroupFacts = {
  id: string;
  name: string;
  status: ComponentStatus;
  createdAt: Date;
  updatedAt: Date;
  position: number;
};

export type UpdateFacts = {
  id: string;
  status: IncidentStatus;
  body: string;
  createdAt: Date;
  displayAt: Date;
  changes: readonly { componentId: string; oldStatus: ComponentStatus; newStatus: ComponentStatus }[];
};
export type IncidentFacts = {
  id: string;
  name: string;
  status: IncidentStatus;
  impact: Impact;
  createdAt: Date;
  updatedAt: Date;
  monitoringAt: Date | null;
  resolvedAt: Date | null;
  startedAt: Date;
  shortlink: string;
  componentIds: readonly string[];
  updates: readonly UpdateFacts[];
};

export type StatusFacts = {
  page: PageFacts;
  status: PageStatus & { words: string };
  groups: readonly GroupFacts[];
  components: readonly ComponentFacts[];
  incidents: readonly IncidentFacts[];
};

const time = (at: Date | null): string | null => at?.toISOString() ?? null;

const page = ({ id, name, url, timeZone, updatedAt }: PageFacts) => ({
  id,
  name,
  url,
  time_zone: timeZone,
  updated_at: time(updatedAt),
});

const status = (facts: StatusFacts) => ({ indicator: facts.status.indicator, description: facts.status.words });

const component = (facts: ComponentFacts, pageId: string) => ({
  id: facts.id,
  name: facts.name,
  status: facts.status,
  created_at: time(facts.createdAt),
  updated_at: time(facts.updatedAt),
  position: facts.position,
  description: facts.description,
  showcase: facts.showcase,
  start_date: null,
  group_id: facts.groupId,
  page_id: pageId,
  group: false,
  only_show_if_degraded: false,
});

const group = (facts: GroupFacts, members: readonly string[], pageId: string) => ({
  ...component({ ...facts, description: null, showcase: false, groupId: null }, pageId),
  group: true,
  components: members,
});

/** Components flat, groups among them as components with `group: true`. */
const components = (facts: StatusFacts) => [
  ...facts.groups.map((one) =>
    group(
      one,
      facts.components.filter((member) => member.groupId === one.id).map((member) => member.id),
      facts.page.id,
    ),
  ),
  ...facts.components.map((one) => component(one, facts.page.id)),
];

const update = (facts: UpdateFacts, incidentId: string, names: ReadonlyMap<string, string>) => ({
  id: facts.id,
  status: facts.status,
  body: facts.body,
  incident_id: incidentId,
  created_at: time(facts.createdAt),
  updated_at: time(facts.createdAt),
  display_at: time(facts.displayAt),
  affected_components:
    facts.changes.length === 0
      ? null
      : facts.changes.map((change) => ({
          code: change.componentId,
          name: names.get(change.componentId) ?? '',
          old_status: change.oldStatus,
          new_status: change.newStatus,
        })),
  deliver_notifications: true,
  custom_tweet: null,
  tweet_id: null,
});

const incident = (facts: IncidentFacts, all: StatusFacts) => {
  const names = new Map(all.components.map((one) => [one.id, one.name]));
  return {
    id: facts.id,
    name: facts.name,
    status: facts.status,
    created_at: time(facts.createdAt),
    updated_at: time(facts.updatedAt),
    monitoring_at: time(facts.monitoringAt),
    resolved_at: time(facts.resolvedAt),
    impact: facts.impact,
    shortlink: facts.shortlink,
    started_at: time(facts.startedAt),
    page_id: all.page.id,
    incident_updates: facts.updates.map((one) => update(one, facts.id, names)),
    components: all.components
      .filter((one) => facts.componentIds.includes(one.id))
      .map((one) => component(one, all.page.id)),
  };
};

const unresolved = (facts: StatusFacts) =>
  facts.incidents.filter((one) => !one.resolvedAt).map((one) => incident(one, facts));

/** Maintenance is not planned in Guichet yet: the lists are truthfully empty. */
const NO_MAINTENANCES: readonly never[] = [];

/** What each address under `/api/v2/` answers, by its name without `.json`. */
export const STATUSPAGE_DOCUMENTS = {
  summary: (facts: StatusFacts) => ({
    page: page(facts.page),
    components: components(facts),
    incidents: unresolved(facts),
    scheduled_maintenances: NO_MAINTENANCES,
    status: status(facts),
  }),
  status: (facts: StatusFacts) => ({ page: page(facts.page), status: status(facts) }),
  components: (facts: StatusFacts) => ({ page: page(facts.page), components: components(facts) }),
  incidents: (facts: StatusFacts) => ({
    page: page(facts.page),
    incidents: facts.incidents.map((one) => incident(one, facts)),
  }),
  'incidents/unresolved': (facts: StatusFacts) => ({ page: page(facts.page), incidents: unresolved(facts) }),
  'scheduled-maintenances': (facts: StatusFacts) => ({
    page: page(facts.page),
    scheduled_maintenances: NO_MAINTENANCES,
  }),
  'scheduled-maintenances/upcoming': (facts: StatusFacts) => ({
    page: page(facts.page),
    scheduled_maintenances: NO_MAINTENANCES,
  }),
  'scheduled-maintenances/active': (facts: StatusFacts) => ({
    page: page(facts.page),
    scheduled_maintenances: NO_MAINTENANCES,
  }),
} as const satisfies Record<string, (facts: StatusFacts) => unknown>;

export type StatuspageDocument = keyof typeof STATUSPAGE_DOCUMENTS;
