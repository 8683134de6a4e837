import { AccountSlot } from './account-slot';
import { afterHydration } from './after-hydration';
import { enableAnchors } from './anchors';
import { fillIncludes } from './includes';
import { enableMenus } from './menus';
import { enableShortcut } from './palette';
import { refreshTimes } from './relative-time';
import { SearchBox } from './search-box';
import { followTheme, ThemeSwitch } from './theme-switch';
import { enableZoom } from './zoom';

customElements.define('theme-switch', ThemeSwitch);
customElements.define('search-box', SearchBox);
customElements.define('account-slot', AccountSlot);
followTheme();
enableAnchors();
enableMenus();
enableZoom();
afterHydration(document.body, () => {
  enableShortcut();
  refreshTimes();
  void fillIncludes();
});
