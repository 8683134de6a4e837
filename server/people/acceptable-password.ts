import { passwordFault } from '@/domain/people/passwords';
import { invalidField } from '@/domain/refusal';

/** Refuses (`invalid`, naming the field) a new password that is too short, known to everybody or the person's own name. */
export const acceptablePassword = (password: string, person: { name: string; email: string }, field: string): void => {
  const fault = passwordFault(password, person);
  if (fault) throw invalidField(field, fault.key, fault.data);
};
