import type { IconName } from '@/app/_components/ui/icons';
import type { Tone } from '@/app/_components/ui/tone';
import type { ComponentStatus, Impact, IncidentStatus, PageDescription } from '@/domain/incidents/status';

type Look = { tone: Tone; icon: IconName };

/** How each state looks; a word always stands beside it. */
export const COMPONENT_LOOK: Record<ComponentStatus, Look> = {
  operational: { tone: 'positive', icon: 'circle-check' },
  degraded_performance: { tone: 'warning', icon: 'alert-triangle' },
  partial_outage: { tone: 'warning', icon: 'circle-alert' },
  major_outage: { tone: 'danger', icon: 'alert-octagon' },
  under_maintenance: { tone: 'info', icon: 'wrench' },
};

export const IMPACT_LOOK: Record<Impact, Look> = {
  none: { tone: 'info', icon: 'info' },
  minor: { tone: 'warning', icon: 'alert-triangle' },
  major: { tone: 'warning', icon: 'circle-alert' },
  critical: { tone: 'danger', icon: 'alert-octagon' },
};

export const PAGE_LOOK: Record<PageDescription, Look> = {
  operational: { tone: 'positive', icon: 'circle-check' },
  maintenance: { tone: 'info', icon: 'wrench' },
  minor: IMPACT_LOOK.minor,
  major: IMPACT_LOOK.major,
  critical: IMPACT_LOOK.critical,
};

export const STATUS_TONE: Record<IncidentStatus, Tone> = {
  investigating: 'danger',
  identified: 'warning',
  monitoring: 'info',
  resolved: 'positive',
  postmortem: 'neutral',
};
