type Organisation = { id: string; productVersion: string | null };

/** The version that the organisation works with for which one writes: the chosen one, the first until then. */
export const versionOf = (organisations: readonly Organisation[], chosen: string | undefined): string =>
  (organisations.find(({ id }) => id === chosen) ?? organisations[0])?.productVersion ?? '';

/** Keeps the version in step with the organisation that was chosen, unless another version was typed. */
export const followVersion = (
  form: HTMLFormElement,
  name: string,
  organisations: readonly Organisation[],
  chosen: string,
): void => {
  const control = form.elements.namedItem(name);
  if (!(control instanceof HTMLInputElement)) return;
  if (control.value && !organisations.some(({ productVersion }) => productVersion === control.value)) return;
  control.defaultValue = versionOf(organisations, chosen);
  control.value = control.defaultValue;
  control.dispatchEvent(new Event('input', { bubbles: true }));
};
