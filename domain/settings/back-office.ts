import type { LocalisedText } from '../people/localised';

/** What an address of the company's back office can say of a request, by the name it stands under in braces. */
export const BACK_OFFICE_PLACES = ['organisation', 'organisationId', 'version', 'person', 'email', 'number'] as const;
export type BackOfficePlace = (typeof BACK_OFFICE_PLACES)[number];

/** A link into the company's own back office, as a setting gives it. */
export type BackOfficeLink = { label: LocalisedText; url: string };

/** More links than these help nobody. */
export const MOST_BACK_OFFICE_LINKS = 8;

const PLACE = /\{([^{}]*)\}/g;
const isPlace = (name: string): name is BackOfficePlace => BACK_OFFICE_PLACES.some((place) => place === name);

/** Why a template cannot be an address of the back office; `null` for one that can. */
export type TemplateFault = 'https' | 'host' | 'place';

const readable = (template: string): URL | null => {
  const filled = template.replace(PLACE, 'x');
  return URL.canParse(filled) ? new URL(filled) : null;
};

/**
 * What is wrong with a template: it must be an https address, with places of the list only, and none before the path, so
 * that nothing a customer is called decides which machine a link leads to.
 */
export const templateFault = (template: string): TemplateFault | null => {
  const url = readable(template);
  if (url?.protocol !== 'https:' || url.username || url.password) return 'https';
  if (!/^https:\/\/[^/{}?#\s]+([/?#]|$)/i.test(template)) return 'host';
  const names = [...template.matchAll(PLACE)].map(([, name = '']) => name);
  const unbraced = template.replace(PLACE, '');
  return names.every(isPlace) && !/[{}]/.test(unbraced) ? null : 'place';
};

/** What is known of a request; `null` where there is nothing of the kind. */
export type BackOfficeFacts = Record<BackOfficePlace, string | null>;

/**
 * The address that a template makes of one request, each value encoded; `null` where a place has no value: a link that
 * leads to nobody in particular is none.
 */
export const backOfficeAddress = (template: string, facts: BackOfficeFacts): string | null => {
  let complete = true;
  const address = template.replace(PLACE, (_, name: string) => {
    const value = isPlace(name) ? facts[name]?.trim() : null;
    // Dots alone would lead elsewhere in the path, encoded or not.
    if (!value || /^\.+$/.test(value)) complete = false;
    return encodeURIComponent(value ?? '');
  });
  return complete ? address : null;
};
