import type { Grantee } from './actor';

const EVERYONE = ['visitor', 'customer', 'agent', 'editor', 'admin', 'system'] as const;
const SIGNED_IN = ['customer', 'agent', 'editor', 'admin'] as const;
const STAFF = ['agent', 'editor', 'admin'] as const;
const DESK = ['agent', 'admin'] as const;
const STUDIO = ['editor', 'admin'] as const;
const ADMIN = ['admin'] as const;
const SYSTEM = ['system'] as const;

/**
 * Who may do what, in one place: each verb of the product and the grantees that hold it. A grant opens the door of the
 * verb; which rows it may touch is settled by loading them through the actor (`visibleTicket` and its sisters).
 * `docs/access.md` is generated from this table and the routers.
 */
export const GRANTS = {
  'tickets.types': EVERYONE,
  'tickets.open': SIGNED_IN,
  'tickets.ask': EVERYONE,
  'tickets.unconfirmed': EVERYONE,
  'tickets.confirm': EVERYONE,
  'tickets.attach': EVERYONE,
  'tickets.list': SIGNED_IN,
  'tickets.show': SIGNED_IN,
  'tickets.read': SIGNED_IN,
  'tickets.colleagues': EVERYONE,
  'tickets.followers': SIGNED_IN,
  'tickets.addFollowers': SIGNED_IN,
  'tickets.removeFollower': SIGNED_IN,
  'tickets.file': SIGNED_IN,
  'tickets.reply': SIGNED_IN,
  'tickets.resolve': SIGNED_IN,
  'tickets.rate': SIGNED_IN,
  'tickets.rateByMail': EVERYONE,
  'tickets.toRate': EVERYONE,
  'tickets.around': DESK,
  'tickets.showCall': SIGNED_IN,
  'tickets.proposeCall': DESK,
  'tickets.chooseCall': SIGNED_IN,
  'tickets.cancelCall': SIGNED_IN,
  'tickets.recapCall': DESK,
  'tickets.note': DESK,
  'tickets.move': DESK,
  'tickets.assign': DESK,
  'tickets.link': DESK,
  'tickets.unlink': DESK,
  'tickets.tie': DESK,
  'tickets.untie': DESK,
  'tickets.tieable': DESK,
  'tickets.countTied': STAFF,
  'tickets.makeIdea': DESK,
  'tickets.tieIdea': DESK,
  'tickets.untieIdea': DESK,
  'tickets.tellIdea': SYSTEM,
  'tickets.merge': DESK,
  'tickets.unmerge': DESK,
  'tickets.split': DESK,
  'tickets.askMore': DESK,
  'tickets.complete': SIGNED_IN,
  'tickets.correct': DESK,
  'tickets.refile': DESK,
  'tickets.judge': DESK,
  'tickets.tag': DESK,
  'tickets.tags': DESK,
  'tickets.bulk': DESK,
  'tickets.undoable': DESK,
  'tickets.undo': DESK,
  'tickets.draft': DESK,
  'tickets.next': DESK,
  'tickets.queue': DESK,
  'tickets.views': DESK,
  'tickets.saveView': DESK,
  'tickets.renameView': DESK,
  'tickets.removeView': DESK,
  'tickets.restoreView': DESK,
  'tickets.levels': EVERYONE,
  'tickets.grade': DESK,
  'tickets.mark': DESK,
  'tickets.snooze': DESK,
  'tickets.wake': [...DESK, ...SYSTEM],
  'tickets.announceDeadline': SYSTEM,
  'tickets.remindRecap': SYSTEM,
  'tickets.endSilence': SYSTEM,
  'tickets.handBack': SYSTEM,
  'tickets.tellOfIncident': SYSTEM,
  'tickets.watch': SIGNED_IN,
  'tickets.watchQueue': DESK,
  'tickets.watchList': SIGNED_IN,
  'tickets.attend': DESK,

  'tags.list': ADMIN,
  'tags.rename': ADMIN,
  'tags.merge': ADMIN,
  'tags.remove': ADMIN,

  'teams.list': DESK,
  'teams.create': ADMIN,
  'teams.edit': ADMIN,
  'teams.setAside': ADMIN,
  'teams.remove': ADMIN,
  'teams.addAbsence': DESK,
  'teams.removeAbsence': DESK,

  'forms.show': ADMIN,
  'forms.showType': ADMIN,
  'forms.addPortal': ADMIN,
  'forms.editPortal': ADMIN,
  'forms.addType': ADMIN,
  'forms.editType': ADMIN,
  'forms.addField': ADMIN,
  'forms.editField': ADMIN,
  'forms.move': ADMIN,
  'forms.remove': ADMIN,

  'blocking.list': ADMIN,
  'blocking.add': ADMIN,
  'blocking.remove': ADMIN,

  'audit.list': ADMIN,

  'reports.choices': DESK,
  'reports.volume': DESK,
  'reports.answer': DESK,
  'reports.resolution': DESK,
  'reports.deadlines': DESK,
  'reports.backlog': DESK,
  'reports.ratings': DESK,
  'reports.teams': DESK,
  'reports.agents': DESK,

  'replies.list': ADMIN,
  'replies.show': ADMIN,
  'replies.offered': DESK,
  'replies.fillIn': DESK,
  'replies.create': ADMIN,
  'replies.edit': ADMIN,
  'replies.remove': ADMIN,

  'sla.show': ADMIN,
  'sla.editLevel': ADMIN,
  'sla.addLevel': ADMIN,
  'sla.removeLevel': ADMIN,
  'sla.applyPreset': ADMIN,
  'sla.addPolicy': ADMIN,
  'sla.editPolicy': ADMIN,
  'sla.removePolicy': ADMIN,
  'sla.addCalendar': ADMIN,
  'sla.removeCalendar': ADMIN,
  'sla.editCalendar': ADMIN,
  'sla.editRhythm': ADMIN,
  'sla.editSilence': ADMIN,
  'sla.recompute': SYSTEM,

  'articles.read': EVERYONE,
  'articles.mostRead': EVERYONE,
  'articles.popular': SIGNED_IN,
  'articles.vote': EVERYONE,
  'articles.ownVote': EVERYONE,
  'articles.feedback': STUDIO,
  'articles.feedbackOf': STUDIO,
  'articles.handleFeedback': STUDIO,
  'articles.list': STUDIO,
  'articles.review': STUDIO,
  'articles.remind': SYSTEM,

  'comments.list': EVERYONE,
  'comments.more': EVERYONE,
  'comments.own': SIGNED_IN,
  'comments.show': SIGNED_IN,
  'comments.write': SIGNED_IN,
  'comments.edit': SIGNED_IN,
  'comments.erase': SIGNED_IN,
  'comments.report': SIGNED_IN,
  'comments.stop': EVERYONE,
  'comments.queue': STUDIO,
  'comments.approve': STUDIO,
  'comments.reject': STUDIO,
  'comments.markSpam': STUDIO,
  'comments.requeue': STUDIO,
  'comments.settings': STUDIO,
  'comments.configure': STUDIO,
  'comments.announce': SYSTEM,

  'incidents.status': EVERYONE,
  'incidents.running': EVERYONE,
  'incidents.show': EVERYONE,
  'incidents.list': STAFF,
  'incidents.open': STUDIO,
  'incidents.update': STUDIO,

  'roadmap.list': EVERYONE,
  'roadmap.show': EVERYONE,
  'roadmap.create': STUDIO,
  'roadmap.edit': STUDIO,
  'roadmap.move': STUDIO,

  'ideas.list': EVERYONE,
  'ideas.show': EVERYONE,
  'ideas.own': SIGNED_IN,
  'ideas.propose': SIGNED_IN,
  'ideas.vote': SIGNED_IN,
  'ideas.withdraw': SIGNED_IN,
  'ideas.queue': STUDIO,
  'ideas.edit': STUDIO,
  'ideas.move': STUDIO,
  'ideas.merge': STUDIO,
  'ideas.unmerge': STUDIO,
  'ideas.announce': SYSTEM,

  'search.find': EVERYONE,
  'search.suggest': EVERYONE,
  'search.requests': DESK,
  'search.record': EVERYONE,
  'search.report': STUDIO,
  'search.deflection': STUDIO,
  'search.synonyms': STUDIO,
  'search.addSynonyms': STUDIO,
  'search.editSynonyms': STUDIO,
  'search.removeSynonyms': STUDIO,

  'organisations.show': SIGNED_IN,
  'organisations.invite': SIGNED_IN,
  'organisations.withdraw': SIGNED_IN,
  'organisations.place': SIGNED_IN,
  'organisations.detach': SIGNED_IN,
  'organisations.addTeam': SIGNED_IN,
  'organisations.renameTeam': SIGNED_IN,
  'organisations.removeTeam': SIGNED_IN,
  'organisations.offers': SIGNED_IN,
  'organisations.join': SIGNED_IN,
  'organisations.asked': SIGNED_IN,
  'organisations.countAsked': SIGNED_IN,
  'organisations.decide': SIGNED_IN,
  'organisations.find': DESK,
  'organisations.attach': ADMIN,
  'organisations.list': ADMIN,
  'organisations.create': ADMIN,
  'organisations.edit': ADMIN,
  'organisations.archive': ADMIN,

  'people.signUp': EVERYONE,
  'people.requestLink': EVERYONE,
  'people.showLink': EVERYONE,
  'people.showInvitation': EVERYONE,
  'people.acceptInvitation': EVERYONE,
  'people.showColleagueInvitation': EVERYONE,
  'people.joinAsColleague': EVERYONE,
  'people.setPassword': EVERYONE,
  'people.signInWithPassword': EVERYONE,
  'people.signInWithLink': EVERYONE,
  'people.awaitsSetUp': EVERYONE,
  'people.setUp': EVERYONE,
  'people.profile': SIGNED_IN,
  'people.editProfile': SIGNED_IN,
  'people.editKeys': STAFF,
  'people.changePassword': SIGNED_IN,
  'people.find': DESK,
  'people.list': ADMIN,
  'people.inviteColleague': ADMIN,
  'people.invitedColleagues': ADMIN,
  'people.withdrawColleague': ADMIN,
  'people.changeRole': ADMIN,
  'people.deactivate': ADMIN,
  'people.reactivate': ADMIN,

  'mail.outbox': ADMIN,
  'mail.retry': ADMIN,
  'mail.send': SYSTEM,
} as const satisfies Record<string, readonly Grantee[]>;

/** The name of a verb: action, tRPC path, permission, audit event and message prefix are all this one word. */
export type Permission = keyof typeof GRANTS;

/** Every verb, in the order of the table. */
export const PERMISSIONS = Object.keys(GRANTS) as Permission[];

/** Whether this kind of actor holds the grant of a verb. */
export const isGranted = (permission: Permission, grantee: Grantee): boolean =>
  (GRANTS[permission] as readonly Grantee[]).includes(grantee);

/** Whether the actor belongs to the people who work on requests; the only place that knows which roles these are. */
export const worksOnTickets = (grantee: Grantee): boolean => isGranted('tickets.queue', grantee);

/** Whether the role belongs to the company's own people. */
export const isStaff = (grantee: Grantee): boolean => (STAFF as readonly Grantee[]).includes(grantee);

/** Whether the role runs the installation; one account that does must always remain. */
export const administers = (grantee: Grantee): boolean => isGranted('people.changeRole', grantee);

/** Audiences of content that a grantee may read, narrowest last. */
export const AUDIENCES = ['public', 'customers', 'agents'] as const;
export type Audience = (typeof AUDIENCES)[number];

/** Which content a reader may see: everyone the public part, accounts the customers' part, staff all of it. */
export const audiencesOf = (grantee: Grantee): readonly Audience[] => {
  if (isStaff(grantee)) return AUDIENCES;
  if (grantee === 'customer') return ['public', 'customers'];
  return ['public'];
};
