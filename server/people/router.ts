import { mutation, reading, router } from '../kernel/trpc';
import { acceptInvitation } from './accept-invitation';
import { awaitsSetUp } from './awaits-set-up';
import { changePassword } from './change-password';
import { changeRole } from './change-role';
import { deactivate } from './deactivate';
import { editKeys } from './edit-keys';
import { editProfile } from './edit-profile';
import { find } from './find';
import { list } from './list';
import { profile } from './profile';
import { reactivate } from './reactivate';
import { requestLink } from './request-link';
import { setPassword } from './set-password';
import { setUp } from './set-up';
import { showInvitation } from './show-invitation';
import { showLink } from './show-link';
import { signInWithLink } from './sign-in-with-link';
import { signInWithPassword } from './sign-in-with-password';
import { signUp } from './sign-up';

export const peopleRouter = router({
  signUp: mutation(signUp),
  requestLink: mutation(requestLink),
  showLink: reading(showLink),
  showInvitation: reading(showInvitation),
  acceptInvitation: mutation(acceptInvitation),
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
  changeRole: mutation(changeRole),
  deactivate: mutation(deactivate),
  reactivate: mutation(reactivate),
});
