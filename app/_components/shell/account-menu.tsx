import { useTranslations } from 'next-intl';
import type { Locale } from '@/domain/people/locale';
import { LinkButton } from '../ui/button';
import { Icon } from '../ui/icon';
import { Menu, MenuLink } from '../ui/menu';

/** The sign-in link, in whose place the reading script shows the menu of who is signed in: stored pages are the same for all. */
export const AccountMenu = ({ locale }: { locale: Locale }) => {
  const t = useTranslations('shell.account');
  const to = (path: string) => `/${locale}${path}`;
  return (
    <account-slot className="inline-flex" suppressHydrationWarning>
      <LinkButton href={to('/sign-in')} size="sm" className="h-10 px-4">
        {t('signIn')}
      </LinkButton>
      {/* Not a template: React would look for its children where browsers do not keep them, and render the page anew. */}
      <div data-signed-in="" hidden suppressHydrationWarning>
        <Menu
          id="account-menu"
          variant="quiet"
          label={t('menu')}
          trigger={
            <>
              <span
                data-field="initials"
                className="inline-grid size-7 place-items-center rounded-full bg-accent-soft text-xs font-semibold text-accent"
              />
              <span data-field="name" className="hidden max-w-40 truncate 2xl:inline" />
              <Icon name="chevron-down" size={15} />
            </>
          }
        >
          <MenuLink href={to('/requests')} icon="ticket">
            {t('requests')}
          </MenuLink>
          <MenuLink href={to('/account')} icon="user">
            {t('account')}
          </MenuLink>
          <MenuLink href={to('/desk')} icon="inbox" data-for="desk">
            {t('desk')}
          </MenuLink>
          <MenuLink href={to('/studio')} icon="square-pen" data-for="studio">
            {t('studio')}
          </MenuLink>
          <MenuLink href={to('/admin')} icon="settings" data-for="admin">
            {t('admin')}
          </MenuLink>
          <li className="mt-1 border-t border-line pt-1">
            <form action={to('/sign-out')} method="post">
              <button
                type="submit"
                className="flex w-full items-center gap-2.5 rounded-sm px-2.5 py-2 text-start text-[0.9375rem] hover:bg-hover"
              >
                <Icon name="log-out" className="text-ink-faint" />
                {t('signOut')}
              </button>
            </form>
          </li>
        </Menu>
      </div>
    </account-slot>
  );
};
