import { mutation, reading, router, watching } from '../kernel/trpc';
import { addFollowers } from './add-followers';
import { announceDeadline } from './announce-deadline';
import { around } from './around';
import { ask } from './ask';
import { askMore } from './ask-more';
import { assign } from './assign';
import { attend } from './attend';
import { bulk } from './bulk';
import { cancelCall } from './cancel-call';
import { chooseCall } from './choose-call';
import { colleagues } from './colleagues';
import { complete } from './complete';
import { confirm } from './confirm';
import { correct } from './correct';
import { countTied } from './count-tied';
import { draft } from './draft';
import { endSilence } from './end-silence';
import { file } from './file';
import { followers } from './followers';
import { grade } from './grade';
import { handBack } from './hand-back';
import { judge } from './judge';
import { levels } from './levels';
import { link } from './link';
import { list } from './list';
import { makeIdea } from './make-idea';
import { mark } from './mark';
import { merge } from './merge';
import { move } from './move';
import { next } from './next';
import { note } from './note';
import { open } from './open';
import { proposeCall } from './propose-call';
import { queue } from './queue';
import { rate } from './rate';
import { rateByMail } from './rate-by-mail';
import { read } from './read';
import { recapCall } from './recap-call';
import { refile } from './refile';
import { remindRecap } from './remind-recap';
import { removeFollower } from './remove-follower';
import { removeView } from './remove-view';
import { renameView } from './rename-view';
import { reply } from './reply';
import { resolve } from './resolve';
import { restoreView } from './restore-view';
import { saveView } from './save-view';
import { show } from './show';
import { showCall } from './show-call';
import { snooze } from './snooze';
import { split } from './split';
import { tag } from './tag';
import { tags } from './tags';
import { tellIdea } from './tell-idea';
import { tellOfIncident } from './tell-of-incident';
import { tie } from './tie';
import { tieIdea } from './tie-idea';
import { tieable } from './tieable';
import { toRate } from './to-rate';
import { types } from './types';
import { unconfirmed } from './unconfirmed';
import { undo } from './undo';
import { undoable } from './undoable';
import { unlink } from './unlink';
import { unmerge } from './unmerge';
import { untie } from './untie';
import { untieIdea } from './untie-idea';
import { views } from './views';
import { wake } from './wake';
import { watch } from './watch';
import { watchList } from './watch-list';
import { watchQueue } from './watch-queue';

export const ticketsRouter = router({
  types: reading(types),
  open: mutation(open),
  ask: mutation(ask),
  unconfirmed: reading(unconfirmed),
  confirm: mutation(confirm),
  list: reading(list),
  show: reading(show),
  around: reading(around),
  colleagues: reading(colleagues),
  followers: reading(followers),
  addFollowers: mutation(addFollowers),
  removeFollower: mutation(removeFollower),
  read: mutation(read),
  file: reading(file),
  reply: mutation(reply),
  resolve: mutation(resolve),
  rate: mutation(rate),
  rateByMail: mutation(rateByMail),
  toRate: reading(toRate),
  showCall: reading(showCall),
  proposeCall: mutation(proposeCall),
  chooseCall: mutation(chooseCall),
  cancelCall: mutation(cancelCall),
  recapCall: mutation(recapCall),
  note: mutation(note),
  move: mutation(move),
  assign: mutation(assign),
  queue: reading(queue),
  next: reading(next),
  draft: reading(draft),
  bulk: mutation(bulk),
  undo: mutation(undo),
  undoable: reading(undoable),
  link: mutation(link),
  unlink: mutation(unlink),
  tie: mutation(tie),
  untie: mutation(untie),
  tieable: reading(tieable),
  countTied: reading(countTied),
  makeIdea: mutation(makeIdea),
  tieIdea: mutation(tieIdea),
  untieIdea: mutation(untieIdea),
  merge: mutation(merge),
  unmerge: mutation(unmerge),
  split: mutation(split),
  askMore: mutation(askMore),
  complete: mutation(complete),
  correct: mutation(correct),
  refile: mutation(refile),
  judge: mutation(judge),
  tag: mutation(tag),
  tags: reading(tags),
  views: reading(views),
  saveView: mutation(saveView),
  renameView: mutation(renameView),
  removeView: mutation(removeView),
  restoreView: mutation(restoreView),
  levels: reading(levels),
  grade: mutation(grade),
  mark: mutation(mark),
  snooze: mutation(snooze),
  wake: mutation(wake),
  announceDeadline: mutation(announceDeadline),
  remindRecap: mutation(remindRecap),
  endSilence: mutation(endSilence),
  handBack: mutation(handBack),
  tellOfIncident: mutation(tellOfIncident),
  tellIdea: mutation(tellIdea),
  watch: watching(watch),
  watchQueue: watching(watchQueue),
  watchList: watching(watchList),
  attend: mutation(attend),
});
