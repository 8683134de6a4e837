import { expect, type Locator, type Page } from '@playwright/test';
import { followMail } from '../fixtures';
import type { WORDS } from './words';

export type Words = (typeof WORDS)[keyof typeof WORDS];
export type Request = { subject: string; description: string };

/** Chooses the type from the table that comes before the form. */
const chooseType = async (page: Page, words: Words): Promise<void> => {
  await page.getByRole('link', { name: words.problem, exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.problem);
};

/** Chooses the type and writes the request; the rest of the form is left alone. */
export const fillRequest = async (page: Page, words: Words, request: Request): Promise<void> => {
  await chooseType(page, words);
  await page.getByLabel(words.subject, { exact: true }).fill(request.subject);
  await page.getByLabel(words.description, { exact: true }).fill(request.description);
};

/** A picture as people send it: what the browser shows right now. */
export const screenshot = async (page: Page, name: string) => ({
  name,
  mimeType: 'image/png',
  buffer: await page.screenshot(),
});

/** Pastes a picture from the clipboard, as after a key for screenshots. */
export const pasteScreenshot = async (page: Page): Promise<void> => {
  const bytes = (await page.screenshot()).toString('base64');
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.evaluate(async (base64) => {
    const picture = new Blob([Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))], { type: 'image/png' });
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': picture })]);
  }, bytes);
  await page.keyboard.press('ControlOrMeta+V');
};

/** The part of a conversation that this person wrote last. */
export const lastMessage = (page: Page, words: Words, author: string): Locator =>
  page.getByRole('list', { name: words.conversation }).getByRole('article', { name: author }).last();

/** Follows the link that a visitor was mailed, confirms, and answers the number of the request. */
export const confirmRequest = async (page: Page, words: Words, email: string): Promise<number> => {
  await expect(page).toHaveURL(/\/requests\/sent$/);
  await followMail(page, email, words.confirm);
  await page.getByRole('button', { name: words.confirm }).click();
  await expect(page.getByRole('main')).toContainText(words.arrived);
  return Number(/\d+/.exec((await page.getByRole('main').textContent())?.match(words.arrived)?.[0] ?? '')?.[0]);
};

/** The number of the request that was just opened, from the address its requester was led to. */
export const openedNumber = async (page: Page): Promise<number> => {
  await expect(page).toHaveURL(/\/requests\/\d+\?sent=1$/);
  return Number(new URL(page.url()).pathname.split('/').at(-1));
};
