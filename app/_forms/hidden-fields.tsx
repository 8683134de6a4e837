import type { Locale } from '@/domain/people/locale';

/** What each form tells its action of the page it stands on; `data-plain` marks forms that keep no state in the browser. */
export const HiddenFields = ({ locale, next, token }: { locale: Locale; next?: string | null; token?: string }) => (
  <>
    <input type="hidden" name="locale" value={locale} data-plain="" />
    {next ? <input type="hidden" name="next" value={next} /> : null}
    {token ? <input type="hidden" name="token" value={token} /> : null}
  </>
);
