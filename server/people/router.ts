import { mutation, reading, router } from '../kernel/trpc';
import { acceptInvitation } from './accept-invitation';
import { awaitsSetUp } from './awaits-set-up';
import { changePassword } from './change-password';
import { changeRole } from './change-role';
import { deactivate } from './deactivate';
import { editKeys } from './edit-keys';
import { editProfile } from './edit-profile';
import { find } from './find';
import { inviteColleague } from './invite-colleague';
import { invitedColleagues } from './invited-colleagues';
import { joinAsColleague } from './join-as-colleague';
import { list } from './list';
import { profile } from './profile';
import { reactivate } from './reactivate';
import { requestLink } from './request-link';
import { setPassword } from './set-password';
import { setUp } from './set-up';
import { showColleagueInvitation } from './show-colleague-invitation';
import { showInvitation } from './show-invitation';
import { showLink } from './show-link';
import { signInWithLink } from './sign-in-with-link';
import { signInWithPassword } from './sign-in-with-password';
import { signUp } from './sign-up';
import { withdrawColleague } from './withdraw-colleague';

export const peopleRouter = router({
  signUp: mutation(signUp),
  requestLink: mutation(requestLink),
  showLink: reading(showLink),
  showInvitation: reading(showInvitation),
  acceptInvitation: mutation(acceptInvitation),
  showColleagueInvitation: reading(showColleagueInvitation),
  joinAsColleague: mutation(joinAsColleague),
  setPassword: mutation(setPassword),
  signInWithPassword: mutation(signInWithPassword),
  signInWithLink: mutation(signInWithLink),
  awaitsSetUp: reading(awaitsSetUp),
  setUp: mutation(setUp),
  profile: reading(profile),
  editProfile: mutation(editProfile),
  editKeys: mutation(editKeys),
  changePassword: mutation(changePassword),
  list: reading(list),
  find: reading(find),
  inviteColleague: mutation(inviteColleague),
  invitedColleagues: reading(invitedColleagues),
  withdrawColleague: mutation(withdrawColleague),
  changeRole: mutation(changeRole),
  deactivate: mutation(deactivate),
  reactivate: mutation(reactivate),
});
