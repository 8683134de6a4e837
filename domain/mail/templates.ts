import type { RejectionReason } from '../comments/status';
import type { IdeaState } from '../ideas/states';
import type { IncidentStatus } from '../incidents/status';
import type { InvitedRole } from '../people/inviting';
import type { LocalisedText } from '../people/localised';
import type { Expectation } from '../sla/expectation';
import type { StatusFacts } from '../tickets/explanation';
import type { ClockKind } from '../tickets/history';
import type { Rating } from '../tickets/rating';
import type { UrgentFacts } from '../tickets/urgency';

/** A mail about a comment: the article, where it stands, where its author sees their own, and how to hear no more of it. */
type CommentMail = {
  article: string;
  path: string;
  ownPath: string;
  stopPath: string;
  bodyHtml: string;
  bodyText: string;
};

/** Where an idea stands: with the theme it joined, why it is not followed, or the idea that goes on in its place. */
export type IdeaMail = {
  idea: number;
  title: string;
  state: IdeaState;
  theme: LocalisedText | null;
  reason: LocalisedText | null;
  into: { number: number; title: string } | null;
};

/** What each mail needs to know. The words are in `messages/*.json` under `mail.<template>`. */
export type MailTemplates = {
  /** First link of a new account; the path leads to the page that sets the password. */
  'people.welcome': { path: string; minutes: number };
  /** Forgotten password, or somebody signed up again with a known address. */
  'people.setPassword': { path: string; minutes: number };
  /** Sign-in by link. */
  'people.signIn': { path: string; minutes: number };
  /** An invitation to work here; the path leads to where it is accepted. */
  'people.invited': { author: string; role: InvitedRole; path: string; days: number };
  /** An invitation into an organisation; the path leads to where it is accepted. */
  'organisations.invited': { organisation: string; author: string; path: string; days: number };
  /** Staff attached the account to an organisation. */
  'organisations.attached': { organisation: string };
  /** To who looks after an organisation: somebody with an address of its domains wants to join; the path leads to where it is decided. */
  'organisations.joinAsked': { organisation: string; author: string; email: string; path: string };
  /** To who asked: what was decided, and the word that was said with it. */
  'organisations.joinDecided': { organisation: string; approved: boolean; word: string };
  'tickets.received': {
    number: number;
    subject: string;
    bodyHtml: string;
    bodyText: string;
    /** By when it is answered, if the house promises that; left out by mails from before it was told. */
    expectation?: Expectation | null;
    /** Whether its deadlines wait for what is missing; left out by mails from before it was told. */
    incomplete?: boolean;
    /** The number of the idea that it became. */
    idea?: number;
  };
  /** To a visitor: the request is only opened once its address is confirmed. Says nothing of what they wrote, if it was they who wrote. */
  'tickets.confirm': { path: string; hours: number };
  /** To the desk: a matter of the highest level, with its facts. */
  'tickets.urgent': UrgentFacts & { number: number; subject: string };
  'tickets.replied': { number: number; subject: string; author: string; bodyHtml: string; bodyText: string };
  'tickets.moved': StatusFacts & {
    number: number;
    subject: string;
    author: string;
    /** What became of the idea the request stands behind, where that ended the work on it. */
    idea?: IdeaMail;
    /** Where the reader rates what was done, by its path after the language; left out by mails from before they could. */
    ratePath?: string | null;
    /** When it is closed if nobody writes (ISO 8601), where that is not told by reminders of its own. */
    closesAt?: string | null;
  };
  /** To somebody put in copy. */
  'tickets.copied': { number: number; subject: string; author: string };
  /** To the customer's side: somebody else of it wrote, or the desk answered the requester. */
  'tickets.peerReplied': { number: number; subject: string; author: string; bodyHtml: string; bodyText: string };
  /** To the desk: a customer wrote. */
  'tickets.customerReplied': { number: number; subject: string; author: string; bodyHtml: string; bodyText: string };
  /** The request is closed because it goes on in another one; `into` is told only to who may see that. */
  'tickets.merged': {
    number: number;
    subject: string;
    author: string;
    into: { number: number; subject: string } | null;
    /** Whether the reader is only in copy of it; left out by mails from before they were told apart. */
    inCopy?: boolean;
  };
  /** It does not, after all. */
  'tickets.unmerged': { number: number; subject: string; author: string; inCopy?: boolean };
  /** An incident that the request is tied to has a new update, in the words of its reader's language. */
  'tickets.incidentUpdated': {
    number: number;
    subject: string;
    incidentId: string;
    title: string;
    status: IncidentStatus;
    bodyHtml: string;
    bodyText: string;
    inCopy: boolean;
  };
  /** A message of request `from` is followed in a request of its own. */
  'tickets.split': {
    number: number;
    subject: string;
    author: string;
    from: number;
    bodyHtml: string;
    bodyText: string;
  };
  /** The desk asks for what is missing. */
  'tickets.askedMore': {
    number: number;
    subject: string;
    author: string;
    bodyHtml: string;
    bodyText: string;
    /** Whether the reader is only in copy of it; left out by mails from before they were told apart. */
    inCopy?: boolean;
  };
  /** To whom an internal note, or the recap of a call, mentions; mails from before recaps did have no `place`. */
  'tickets.mentioned': {
    number: number;
    subject: string;
    author: string;
    place?: 'note' | 'recap';
    bodyHtml: string;
    bodyText: string;
  };
  /** To whom it falls to write the recap of a call; `at` (ISO 8601) is when the call was to be. */
  'tickets.recapDue': { number: number; subject: string; customer: string; at: string; timeZone: string };
  /** To whom somebody else gave requests, all of one act together; `author` is `null` where their turn gave them. */
  'tickets.given': { author: string | null; requests: readonly { number: number; subject: string }[] };
  /** To the requester: slots for a call (ISO 8601), told in the zone they were proposed in. */
  'tickets.callProposed': {
    number: number;
    subject: string;
    author: string;
    slots: readonly string[];
    minutes: number;
    timeZone: string;
  };
  /** To both sides, with the entry for their calendar. */
  'tickets.callChosen': CallMail;
  'tickets.callCancelled': CallMail;
  /** To who is to make a call now that `left` has left the desk: one person (`alone`), or each of a team until one takes it. */
  'tickets.callLeft': CallMail & { left: string; alone: boolean };
  /** The desk lowered the criticality, and says why. */
  'tickets.lowered': {
    number: number;
    subject: string;
    author: string;
    before: LocalisedText;
    level: LocalisedText;
    reason: string;
  };
  /** To the desk: little time is left, or none. `due` in ISO 8601, told in the zone of the calendar it was reckoned by. */
  'tickets.deadlineNear': DeadlineMail;
  'tickets.deadlineMissed': DeadlineMail;
  /**
   * A question waits for its answer; `closesAt` (ISO 8601) is when the request is closed without one, the body what the desk
   * wrote last, left out where that was nothing.
   */
  'tickets.reminder': {
    number: number;
    subject: string;
    turn: number;
    closesAt: string;
    bodyHtml?: string;
    bodyText?: string;
  };
  /** To whoever follows a request: what its requester thinks of the resolution. */
  'tickets.rated': { number: number; subject: string; author: string; rating: Rating; comment: string | null };
  /** To the desk: a sleeping request is back. */
  'tickets.woken': { number: number; subject: string };
  /** To who supports an idea: where it stands now, or in which other one it goes on. */
  'ideas.moved': IdeaMail & { own: boolean };
  'comments.approved': CommentMail;
  'comments.rejected': CommentMail & { reason: RejectionReason; words: string };
  /** To whom an answer was written. */
  'comments.answered': CommentMail & { author: string; staff: boolean };
  /** To editors: articles that nobody has read again in time, the one unread for longest first. */
  /** The articles that were left alone for longest; `others` are so many more. */
  'articles.review': { articles: readonly { title: string; path: string; reviewedOn: string }[]; others?: number };
};
/** `at` (ISO 8601) is `null` for a call that nobody had chosen; `place` is where the reader sees the request. */
export type CallMail = {
  number: number;
  subject: string;
  author: string;
  callId: string;
  /** Who calls; `null` where nobody does by name yet. */
  agent: string | null;
  customer: string;
  phone: string | null;
  at: string | null;
  minutes: number;
  timeZone: string;
  place: 'requests' | 'desk';
};
type DeadlineMail = { number: number; subject: string; clock: ClockKind; due: string; timeZone: string };
export type MailTemplate = keyof MailTemplates;

/** What becomes of a mail. `kept` is for installations without SMTP settings. */
export const MAIL_STATES = ['queued', 'sent', 'failed', 'kept'] as const;
export type MailState = (typeof MAIL_STATES)[number];
