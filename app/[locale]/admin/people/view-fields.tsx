import type { Locale } from '@/domain/people/locale';

/** What the list shows, so that a change comes back to the same view. */
export type View = { locale: Locale; q: string; role: string; state: string; after: string; before: string };

/** Tells a form's action which account it is about and where to come back to. */
export const ViewFields = ({ view, id }: { view: View; id: string }) => (
  <>
    <input type="hidden" name="locale" value={view.locale} />
    <input type="hidden" name="q" value={view.q} />
    <input type="hidden" name="shown" value={view.role} />
    <input type="hidden" name="state" value={view.state} />
    <input type="hidden" name="after" value={view.after} />
    <input type="hidden" name="before" value={view.before} />
    <input type="hidden" name="id" value={id} />
  </>
);
