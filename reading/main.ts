import { AccountSlot } from './account-slot';
import { enableAnchors } from './anchors';
import { ArticleFeedback } from './feedback';
import { fillIncludes } from './includes';
import { enableMenus } from './menus';
import { enableShortcut } from './palette';
import { countReading } from './reads';
import { refreshTimes } from './relative-time';
import { SearchBox } from './search-box';
import { tellClicks } from './search-log';
import { followTheme, ThemeSwitch } from './theme-switch';
import { enableUnfolding } from './unfold';
import { enableVideos } from './videos';
import { enableZoom } from './zoom';

const PARTS = [
  () => customElements.define('search-box', SearchBox),
  () => customElements.define('theme-switch', ThemeSwitch),
  followTheme,
  enableMenus,
  enableAnchors,
  enableShortcut,
  () => customElements.define('account-slot', AccountSlot),
  () => customElements.define('article-feedback', ArticleFeedback),
  enableZoom,
  enableUnfolding,
  enableVideos,
  refreshTimes,
  fillIncludes,
  tellClicks,
  countReading,
];

// After the first sight of the page, which nothing here may hold up; and each part in a task of its own: a slow phone
// answers a touch in between, and what fails holds up nothing else.
requestAnimationFrame(() => {
  for (const part of PARTS) setTimeout(part);
});
