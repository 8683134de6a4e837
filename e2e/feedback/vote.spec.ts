import { expect, type Page, test } from '@playwright/test';
import { CAST, expectAccessible, newAddress, signIn } from '../fixtures';
import { confirmRequest, fillRequest } from '../tickets/request-form';
import { WORDS as REQUEST_WORDS } from '../tickets/words';

const WORDS = {
  fr: {
    article: '/fr/help/evenements/gerer-la-liste-d-attente',
    title: /liste d’attente/,
    key: 'events-waiting-list',
    yes: 'Oui',
    no: 'Non',
    thanksYes: 'Nous sommes heureux que cet article vous ait aidé',
    thanksNo: 'Voyons comment vous aider autrement',
    thanksTold: 'votre avis est bien arrivé',
    unclear: 'L’explication n’est pas claire',
    more: 'Dites-nous en plus',
    send: 'Envoyer mon avis',
    ask: 'Envoyer une demande',
    from: 'Vous venez de cet article',
    origin: 'Venue de l’article',
    asked: 'Avez-vous trouvé la réponse',
    tooLong: 'Ne dépassez pas',
    own: 'C’est ce que vous aviez répondu',
  },
  en: {
    article: '/en/help/events/manage-the-waiting-list',
    title: /waiting list/i,
    key: 'events-waiting-list',
    yes: 'Yes',
    no: 'No',
    thanksYes: 'We are glad this article helped',
    thanksNo: 'Let us find another way to help',
    thanksTold: 'your feedback has reached the team',
    unclear: 'The explanation is unclear',
    more: 'Tell us more',
    send: 'Send my feedback',
    ask: 'Send a request',
    from: 'You come from this article',
    origin: 'Came from the article',
    asked: 'Did you find the answer',
    tooLong: 'Keep to',
    own: 'This is what you answered earlier',
  },
} as const;
type Words = (typeof WORDS)['fr' | 'en'];

const vote = (page: Page, name: string) => page.locator('#feedback').getByRole('button', { name, exact: true }).click();

/** The box of words that stands for an answer; only the one the address names is shown. */
const answer = (page: Page, name: string) => page.locator(`#feedback-${name}`);

const tellWhy = async (page: Page, words: Words, text: string): Promise<void> => {
  const box = answer(page, 'no');
  await box.getByRole('radio', { name: words.unclear }).check();
  await box.getByRole('textbox', { name: words.more }).fill(text);
  await box.getByRole('button', { name: words.send }).click();
};

for (const locale of ['fr', 'en'] as const) {
  const words = WORDS[locale];
  const form = REQUEST_WORDS[locale];

  test.describe(`without JavaScript (${locale})`, () => {
    test.use({ javaScriptEnabled: false });

    test('a visitor votes, changes their mind, tells why, and editors read it', async ({ page, browser }) => {
      const text = `Sans script ${crypto.randomUUID()}`;
      const kept = await page.goto(words.article);
      expect(kept?.headers()['set-cookie']).toBeUndefined();
      await vote(page, words.yes);
      await expect(page).toHaveURL(/#feedback-yes$/);
      await expect(answer(page, 'yes')).toContainText(words.thanksYes);
      await vote(page, words.no);
      await expect(answer(page, 'no')).toContainText(words.thanksNo);
      await expect(answer(page, 'yes')).toBeHidden();
      const cookies = await page.context().cookies();
      expect(cookies.find(({ name }) => name === 'guichet-reader')).toMatchObject({
        path: '/api/feedback',
        httpOnly: true,
      });
      await tellWhy(page, words, text);
      await expect(answer(page, 'told')).toContainText(words.thanksTold);
      // Pressed again, the button takes nothing back.
      await vote(page, words.no);
      await expect(answer(page, 'no')).toContainText(words.thanksNo);

      const studio = await browser.newPage();
      const here = `/${locale}/studio/feedback/${words.key}?language=${locale}`;
      await signIn(studio, CAST.ines, { locale, next: here });
      await expect(studio.getByRole('listitem').filter({ hasText: text })).toContainText(words.unclear);
      await studio.close();
    });

    test('a reason that is too long comes back with all that was typed', async ({ page }) => {
      const long = 'abc '.repeat(600);
      await page.goto(`${words.article}/feedback`);
      await expect(page.getByRole('heading', { level: 1 })).toContainText(words.asked);
      await page.getByRole('radio', { name: words.no, exact: true }).check();
      await page.getByRole('radio', { name: words.unclear }).check();
      const area = page.getByRole('textbox', { name: words.more });
      await area.fill(long);
      await page.getByRole('button', { name: words.send }).click();
      await expect(page.getByRole('main').getByRole('alert')).toBeVisible();
      await expect(area).toHaveAccessibleDescription(new RegExp(words.tooLong));
      await expect(area).toHaveValue(long);
      await expect(page.getByRole('radio', { name: words.unclear })).toBeChecked();
    });

    test('“no” leads to a request that mentions the article, and agents see where it came from', async ({ page }) => {
      await page.goto(words.article);
      await vote(page, words.no);
      await answer(page, 'no').getByRole('link', { name: words.ask }).click();
      await expect(page.getByRole('note').filter({ hasText: words.from })).toContainText(words.title);
      await fillRequest(page, form, {
        subject: 'Waiting list: one question',
        description: 'What the article does not say is the order.',
      });
      await page.getByLabel(form.visitorName).fill('Ada Keller');
      const email = newAddress('ada');
      await page.getByLabel(form.visitorEmail).fill(email);
      await page.getByRole('button', { name: form.send }).click();
      const number = await confirmRequest(page, form, email);
      await signIn(page, CAST.theo, { locale, next: `/${locale}/desk/${number}` });
      const details = page.getByRole('complementary');
      await expect(details).toContainText(words.origin);
      await expect(details.getByRole('link', { name: words.title })).toHaveAttribute('href', words.article);
    });
  });

  test(`with the reading script the vote stays in the page, and is shown at the next visit (${locale})`, async ({
    page,
  }) => {
    await page.goto(words.article);
    await page.locator('#feedback').scrollIntoViewIfNeeded();
    await vote(page, words.no);
    await expect(answer(page, 'no')).toContainText(words.thanksNo);
    await expect(page.locator('[data-live]')).toContainText(words.thanksNo);
    await expect(answer(page, 'no').getByRole('listitem').getByRole('link').first()).toBeVisible();
    await expectAccessible(page);
    await tellWhy(page, words, 'Avec script');
    await expect(answer(page, 'told')).toBeVisible();
    await page.goto(words.article);
    await page.locator('#feedback').scrollIntoViewIfNeeded();
    const no = page.locator('#feedback').getByRole('button', { name: words.no, exact: true });
    await expect(no).toHaveAttribute('aria-pressed', 'true');
    await expect(page.locator('#feedback')).toContainText(words.own);
  });
}

test('feedback is for editors alone', async ({ page }) => {
  await signIn(page, CAST.theo, { next: '/fr/desk' });
  expect((await page.goto('/fr/studio/feedback'))?.status()).toBe(404);
  expect((await page.request.get('/fr/studio/feedback.csv')).status()).toBe(404);
  await page.context().clearCookies();
  expect((await page.request.get('/fr/studio/feedback.csv')).status()).toBe(404);
  expect((await page.request.get('/api/trpc/articles.feedback?input=%7B%22json%22%3A%7B%7D%7D')).status()).toBe(403);
});

test('the stored page is the same for who voted and who did not', async ({ page, browser }) => {
  const { article } = WORDS.fr;
  await page.goto(article);
  await page.locator('#feedback').getByRole('button', { name: 'Non', exact: true }).click();
  await expect(answer(page, 'no')).toBeVisible();
  const stranger = await browser.newContext();
  const [mine, theirs] = await Promise.all([page.request.get(article), stranger.request.get(article)]);
  expect(await mine.text()).toBe(await theirs.text());
  expect(await mine.text()).not.toContain('aria-pressed="true" name="verdict"');
  await stranger.close();
});

for (const path of ['/fr/studio/feedback', '/en/studio/feedback', '/en/studio/feedback/accounting-bank?language=fr']) {
  test(`an editor’s page of feedback breaks no rule of accessibility: ${path}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: path.startsWith('/en') ? 'dark' : 'light' });
    await signIn(page, CAST.ines, { locale: path.startsWith('/en') ? 'en' : 'fr', next: path });
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expectAccessible(page, path);
  });
}

test('an editor marks a reason as dealt with, takes it up again, and downloads the list', async ({ page }) => {
  await signIn(page, CAST.ines, { next: '/fr/studio/feedback/start-roles?language=fr' });
  const reason = page.getByRole('listitem').filter({ hasText: 'trésorier adjoint' });
  await reason.getByRole('button', { name: 'Marquer comme traitée' }).click();
  await expect(reason).toContainText('Traitée par Inès Garnier');
  await reason.getByRole('button', { name: 'Reprendre' }).click();
  await expect(reason.getByRole('button', { name: 'Marquer comme traitée' })).toBeVisible();
  const file = await page.request.get('/fr/studio/feedback.csv?period=12&language=fr');
  expect(file.headers()['content-type']).toContain('text/csv');
  expect(await file.text()).toContain('Comprendre les rôles;Premiers pas;fr;');
});
