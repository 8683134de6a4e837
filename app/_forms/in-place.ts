import 'server-only';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';

/**
 * Ends an action whose form goes on standing in its page: scripts that sent it take what is new into the page they have.
 * Led to it anew, the page would begin anew, and what is chosen or written in its other forms would be gone. Without
 * scripts the browser is led to `path`.
 */
export const stayOrLeadTo = async (path: string): Promise<void> => {
  if (!(await headers()).has('next-action')) redirect(path);
};
