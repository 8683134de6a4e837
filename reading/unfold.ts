/** What holds the address that was asked for, opened: some browsers scroll to it without opening what it lies in; tabs none shows. */
const reveal = (): void => {
  const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!target) return;
  let hidden = false;
  for (let place: HTMLElement | null = target; place; place = place.parentElement) {
    const { tab } = place.dataset;
    const choice = tab && place.parentElement?.querySelector<HTMLInputElement>(`.tabs-list [value="${tab}"]`);
    if (choice && !choice.checked) {
      choice.checked = true;
      hidden = true;
    }
    if (place instanceof HTMLDetailsElement && !place.open) {
      place.open = true;
      hidden = true;
    }
  }
  if (hidden) target.scrollIntoView();
};

/** `<button class="invisible" data-unfold data-fold-label="…">` in a `[data-unfolds]`: opens all answers there, then closes them. */
const offer = (button: HTMLButtonElement): void => {
  const place = button.closest('[data-unfolds]');
  const words = button.querySelector('span');
  if (!place || !words) return;
  const answers = [...place.querySelectorAll('details')];
  const unfold = words.textContent;
  const isFolded = () => answers.some((answer) => !answer.open);
  button.addEventListener('click', () => {
    const open = isFolded();
    for (const answer of answers) answer.open = open;
  });
  // `toggle` does not bubble.
  place.addEventListener(
    'toggle',
    () => {
      words.textContent = isFolded() ? unfold : (button.dataset.foldLabel ?? unfold);
    },
    true,
  );
  button.classList.remove('invisible');
};

export const enableUnfolding = (): void => {
  document.querySelectorAll<HTMLButtonElement>('button[data-unfold]').forEach(offer);
  addEventListener('hashchange', reveal);
  reveal();
};
