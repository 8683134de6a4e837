import { isPlainClick } from './plain-click';

const enlarge = (link: HTMLAnchorElement, picture: HTMLImageElement): void => {
  const dialog = document.createElement('dialog');
  dialog.className = 'zoomed';
  dialog.setAttribute('aria-label', picture.alt);
  const close = document.createElement('button');
  close.type = 'button';
  close.className = 'zoomed-close';
  close.setAttribute('aria-label', link.dataset.closeLabel ?? '×');
  close.textContent = '×';
  const large = document.createElement('img');
  large.src = link.href;
  large.alt = picture.alt;
  dialog.append(close, large);
  dialog.addEventListener('click', () => dialog.close());
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
};

/** `<a data-zoom href="full picture"><img></a>`: opens over the page; without us the link opens the picture. */
export const enableZoom = (): void => {
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[data-zoom]') : null;
    const picture = link?.querySelector('img');
    if (!link || !picture || !isPlainClick(event)) return;
    event.preventDefault();
    enlarge(link, picture);
  });
};
