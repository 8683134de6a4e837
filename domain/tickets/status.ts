/**
 * The status machine of requests, as one literal table that the server obeys and the pages read.
 * Source: product description, part G (table of statuses).
 */
export const TICKET_STATUSES = [
  'submitted',
  'qualified',
  'in_review',
  'on_hold',
  'escalated',
  'product_review',
  'in_development',
  'waiting_customer',
  'waiting_internal',
  'waiting_partner',
  'resolved_pending_release',
  'resolved',
  'closed',
] as const;
export type TicketStatus = (typeof TICKET_STATUSES)[number];

/** What the customer is told in one word. */
export const CUSTOMER_STATES = ['open', 'waiting', 'resolved', 'closed'] as const;
export type CustomerState = (typeof CUSTOMER_STATES)[number];

/** Who makes a move: the customer's side, the desk, or time and releases. */
export type Party = 'requester' | 'agent' | 'system';

type Move = { to: TicketStatus; by: readonly Party[] };

type StatusRule = {
  /** What the customer sees. */
  customerState: CustomerState;
  /** Whether deadlines run in this status. */
  clock: 'runs' | 'paused' | 'stopped';
  /** Where a customer's answer takes the request; `null` keeps the status, `refused` takes no answer. */
  onCustomerReply: TicketStatus | null | 'refused';
  /** What time does to it where nothing else happens: reminders and then closing, or closing alone. */
  onSilence: 'reminded' | 'closed' | null;
  moves: readonly Move[];
};

const AGENT = ['agent'] as const;
const BOTH = ['requester', 'agent'] as const;

const WORKED_ON = [
  'qualified',
  'in_review',
  'on_hold',
  'escalated',
  'product_review',
  'in_development',
  'waiting_customer',
  'waiting_internal',
  'waiting_partner',
  'resolved_pending_release',
] as const;

/** Time closes what nobody answers; everything else that is worked on is closed by the desk alone. */
const closedBy = (rest: Omit<StatusRule, 'moves'>): readonly Party[] =>
  rest.onSilence === 'reminded' ? ['agent', 'system'] : AGENT;

/** What waits for the product team is resolved by its decision about the idea that the request stands behind. */
const resolvedBy = (self: TicketStatus): readonly Party[] =>
  self === 'product_review' ? ['requester', 'agent', 'system'] : BOTH;

/** While a request is worked on the desk may take it anywhere; the customer's answer and "resolved" are the customer's moves. */
const open = (self: TicketStatus, rest: Omit<StatusRule, 'moves'>): StatusRule => ({
  ...rest,
  moves: [
    ...WORKED_ON.filter((to) => to !== self).map((to) => ({ to, by: to === rest.onCustomerReply ? BOTH : AGENT })),
    { to: 'resolved', by: resolvedBy(self) },
    { to: 'closed', by: closedBy(rest) },
  ],
});

const RUNNING = { customerState: 'open', clock: 'runs', onCustomerReply: null, onSilence: null } as const;

export const STATUS_RULES: Record<TicketStatus, StatusRule> = {
  submitted: open('submitted', RUNNING),
  qualified: open('qualified', RUNNING),
  in_review: open('in_review', RUNNING),
  on_hold: open('on_hold', RUNNING),
  escalated: open('escalated', RUNNING),
  product_review: open('product_review', RUNNING),
  in_development: open('in_development', RUNNING),
  waiting_customer: open('waiting_customer', {
    customerState: 'waiting',
    clock: 'paused',
    onCustomerReply: 'in_review',
    onSilence: 'reminded',
  }),
  waiting_internal: open('waiting_internal', RUNNING),
  waiting_partner: open('waiting_partner', {
    customerState: 'open',
    clock: 'paused',
    onCustomerReply: null,
    onSilence: null,
  }),
  resolved_pending_release: {
    customerState: 'resolved',
    clock: 'stopped',
    onCustomerReply: 'in_review',
    onSilence: null,
    moves: [
      { to: 'in_review', by: BOTH },
      { to: 'in_development', by: AGENT },
      { to: 'resolved', by: ['requester', 'agent', 'system'] },
    ],
  },
  resolved: {
    customerState: 'resolved',
    clock: 'stopped',
    onCustomerReply: 'in_review',
    onSilence: 'closed',
    moves: [
      { to: 'in_review', by: BOTH },
      { to: 'closed', by: ['agent', 'system'] },
    ],
  },
  closed: { customerState: 'closed', clock: 'stopped', onCustomerReply: 'refused', onSilence: null, moves: [] },
};

/** Whether a party may take a request from one status to another. */
export const mayMove = (from: TicketStatus, to: TicketStatus, party: Party): boolean =>
  STATUS_RULES[from].moves.some((move) => move.to === to && move.by.includes(party));

/** The statuses a party may choose next, in the order of the table. */
export const movesFor = (from: TicketStatus, party: Party): TicketStatus[] =>
  STATUS_RULES[from].moves.filter((move) => move.by.includes(party)).map((move) => move.to);

/** Narrows a value from outside to a status. */
export const isTicketStatus = (value: unknown): value is TicketStatus =>
  TICKET_STATUSES.some((status) => status === value);
