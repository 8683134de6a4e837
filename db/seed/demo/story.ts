import type { ComponentStatus, Impact, IncidentStatus } from '@/domain/incidents/status';
import type { LocalisedText } from '@/domain/people/localised';
import type { CriticalityAnswers } from '@/domain/sla/criticality';
import type { MoveData } from '@/domain/tickets/moves';
import type { TicketStatus } from '@/domain/tickets/status';
import type { DemoPerson, DemoTeam } from './cast';

/** What happens next in a demo request, `[hours after the step before, who, …]`. */
export type DemoStep =
  | readonly [hours: number, who: DemoPerson, kind: 'says' | 'notes', text: string]
  | readonly [hours: number, who: DemoPerson, kind: 'moves', to: TicketStatus, said?: MoveData]
  | readonly [hours: number, who: DemoPerson, kind: 'reproduces']
  | readonly [hours: number, who: DemoPerson, kind: 'takes'];

/** Somebody who writes with an address alone, without an account. */
export type DemoVisitor = { name: string; email: string };

/** A demo request as a writer tells it. */
export type DemoConversation = {
  /** How many days before today it was opened, and at which hour, Paris time. */
  daysAgo: number;
  hour: number;
  by: DemoPerson | DemoVisitor;
  type: string;
  /** Who answers for it at the desk. */
  team: DemoTeam;
  subject: string;
  body: string;
  locale?: 'fr' | 'en';
  pageUrl?: string;
  /** Who is in copy. */
  copies?: readonly DemoPerson[];
  /** What they answered to the three questions. */
  answers?: CriticalityAnswers;
  /** Under which words whoever took it has filed it. */
  tags?: readonly string[];
  steps: readonly DemoStep[];
};

/** A demo incident as a writer tells it: `[minutes after the step before, status, text, components]`. */
export type DemoIncident = {
  daysAgo: number;
  hour: number;
  title: LocalisedText;
  impact: Impact;
  steps: readonly (readonly [
    minutes: number,
    status: IncidentStatus,
    body: LocalisedText,
    changes?: Readonly<Record<string, ComponentStatus>>,
  ])[];
};
