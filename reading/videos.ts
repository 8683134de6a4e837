import { isPlainClick } from './plain-click';

/**
 * `<a data-embed="player" data-title href="page">`: a press puts the player in the place of the link. Nothing of another
 * site is loaded before; without us the link leads to the video's page.
 */
export const enableVideos = (): void => {
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[data-embed]') : null;
    if (!link || !isPlainClick(event)) return;
    event.preventDefault();
    const player = document.createElement('iframe');
    player.className = link.className;
    player.title = link.dataset.title ?? '';
    player.allow = 'autoplay; fullscreen; picture-in-picture; encrypted-media';
    player.referrerPolicy = 'strict-origin-when-cross-origin';
    player.src = link.dataset.embed ?? '';
    link.replaceWith(player);
    player.focus();
  });
};
