import { expect, type Page, test } from '@playwright/test';
import { expectAccessible } from '../fixtures';

const STAND_IN = '/en/help/events/preparer-une-assemblee-generale';
const HOME = '/fr/help/evenements/preparer-une-assemblee-generale';

test.describe('an article without a translation', () => {
  test.use({ javaScriptEnabled: false });

  test('is marked in lists and shown in its own language under a word that says so', async ({ page }) => {
    await page.goto('/en/help/events');
    const link = page.getByRole('link', { name: 'Préparer une assemblée générale (in French)' });
    await link.click();
    await expect(page).toHaveURL(STAND_IN);
    const notice = page.getByRole('note').filter({ hasText: 'only available in French' });
    await expect(notice.getByRole('link', { name: 'Open the French version' })).toHaveAttribute('href', HOME);
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
    await expect(page.locator('.prose[lang="fr"]')).toBeVisible();
    await expect(page.locator('h1 [lang="fr"]')).toHaveText('Préparer une assemblée générale');
    const contents = page.getByRole('navigation', { name: 'On this page' });
    await expect(contents.getByRole('list')).toHaveAttribute('lang', 'fr');
    await page.getByRole('banner').getByRole('link', { name: 'Français' }).click();
    await expect(page).toHaveURL(HOME);
    await expect(page.getByRole('note').filter({ hasText: 'n’existe qu’en' })).toHaveCount(0);
  });

  test('is told to search engines in its own language alone', async ({ page, request }) => {
    await page.goto(STAND_IN);
    await expect(page.locator('link[rel="canonical"]')).toHaveAttribute('href', new RegExp(`${HOME}$`));
    await expect(page.locator('link[hreflang="en"]')).toHaveCount(0);
    const sitemap = await (await request.get('/sitemap.xml')).text();
    expect(sitemap).toContain(HOME);
    expect(sitemap).not.toContain(STAND_IN);
  });
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`nothing bars the way in an article with every component (${colorScheme})`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    for (const path of [STAND_IN, HOME, '/fr/help/site-internet/publier-votre-premiere-page']) {
      await page.goto(path);
      await expectAccessible(page, path);
    }
  });
}

test('old addresses lead to where their page is now, for good, in their language', async ({ request }) => {
  const moves = [
    ['/fr/help/evenements/organiser-une-ag', HOME],
    ['/fr/help/billetterie/vendre-des-billets', '/fr/help/evenements/vendre-des-billets'],
    ['/en/help/ticketing', '/en/help/events'],
    ['/hc/fr/articles/360001-importer-un-fichier?x=1', '/fr/help/adherents/importer-vos-adherents?x=1'],
    ['/hc/en-gb/anything/else', '/en/help'],
  ] as const;
  for (const [from, to] of moves) {
    const answer = await request.get(from, { maxRedirects: 0 });
    expect(answer.status(), from).toBe(308);
    expect(answer.headers().location, from).toBe(to);
  }
});

const VIDEOS = [
  {
    page: '/fr/help/site-internet/publier-votre-premiere-page',
    play: /^Lire la vidéo/,
    privacy: /Rien n’est chargé depuis/,
  },
  { page: '/en/help/website/publish-your-first-page', play: /^Play the video/, privacy: /Nothing is loaded from/ },
] as const;

/** Keeps the test inside: what would go to another site is noted and answered with an empty page. */
const foreignRequests = async (page: Page): Promise<string[]> => {
  const asked: string[] = [];
  await page.route(
    (url) => url.hostname !== 'localhost',
    async (route) => {
      asked.push(route.request().url());
      await route.fulfill({ contentType: 'text/html', body: '<title>player</title>' });
    },
  );
  return asked;
};

for (const video of VIDEOS) {
  test(`a video of another site loads after the press alone, and takes the focus (${video.page})`, async ({ page }) => {
    const asked = await foreignRequests(page);
    const answer = await page.goto(video.page);
    expect(answer?.headers()['content-security-policy']).toContain('frame-src https://framatube.org;');
    const figure = page.getByRole('figure').filter({ hasText: video.privacy });
    const play = figure.getByRole('link', { name: video.play });
    await play.scrollIntoViewIfNeeded();
    expect(asked).toEqual([]);
    await play.focus();
    await page.keyboard.press('Enter');
    const player = page.locator('iframe.video-frame');
    await expect(player).toBeFocused();
    await expect(player).toHaveAttribute('title', /PeerTube/);
    await expect.poll(() => asked.length).toBeGreaterThan(0);
    expect(asked.every((url) => url.startsWith('https://framatube.org/videos/embed/'))).toBe(true);
  });
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a video of another site is a link to its page, and one of ours plays in the browser with subtitles', async ({
    page,
    request,
  }) => {
    await page.goto('/fr/help/site-internet/publier-votre-premiere-page');
    await expect(page.getByRole('link', { name: /^Lire la vidéo/ })).toHaveAttribute(
      'href',
      /^https:\/\/framatube\.org\/w\//,
    );
    await page.goto('/fr/help/evenements/controler-les-entrees');
    const own = page.locator('video[aria-label^="Contrôler une entrée"]');
    await expect(own).toHaveAttribute('preload', 'none');
    await expect(own.locator('track[kind="captions"][srclang="fr"]')).toHaveCount(1);
    const source = (await own.locator('source').getAttribute('src')) ?? '';
    const part = await request.get(source, { headers: { range: 'bytes=10-19' } });
    expect(part.status()).toBe(206);
    expect((await part.body()).length).toBe(10);
    const page404 = await request.get('/fr/help/evenements');
    expect(page404.headers()['content-security-policy']).not.toContain('frame-src');
  });

  test('accordions open by themselves', async ({ page }) => {
    await page.goto(HOME);
    const answer = page.getByText('Notez l’heure et le nombre de présents');
    await expect(answer).toBeHidden();
    await page.getByText('Le quorum n’est pas atteint').click();
    await expect(answer).toBeVisible();
  });

  test('on paper everything stands: folded passages, all variants, addresses of links', async ({ page }) => {
    await page.emulateMedia({ media: 'print' });
    await page.goto(HOME);
    await expect(page.getByText('Notez l’heure et le nombre de présents')).toBeVisible();
    await expect(page.getByText('Une fois par an, dans les six mois')).toBeVisible();
    await expect(page.getByText('Pour modifier les statuts, fusionner')).toBeVisible();
    await expect(page.getByRole('navigation')).toHaveCount(0);
    await page.goto('/fr/help/site-internet/publier-votre-premiere-page');
    const link = page.locator('figcaption a[href^="https://framatube.org"]');
    expect(await link.evaluate((a) => getComputedStyle(a, '::after').content)).toContain('framatube.org/w/');
  });
});

test('on paper laid crosswise an article has the width of the page, which has no contents beside it', async ({
  page,
}) => {
  await page.goto('/fr/help/adherents/corriger-les-erreurs-d-import');
  const share = () =>
    page.getByRole('main').evaluate((main) => {
      const [all, body] = [main.firstElementChild, main.querySelector('article .prose')];
      return (body?.getBoundingClientRect().width ?? 0) / (all?.getBoundingClientRect().width ?? 1);
    });
  // On the screen it is one column of three.
  expect(await share()).toBeLessThan(0.7);
  await page.emulateMedia({ media: 'print' });
  expect(await share()).toBeGreaterThan(0.85);
});

test('a long line of code in a step scrolls in itself, and the page does not', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 800 });
  await page.goto('/fr/help/adherents/importer-vos-adherents');
  const wide = await page
    .locator('.steps > li > div')
    .first()
    .evaluate((step) => {
      const code = document.createElement('pre');
      code.textContent = 'npm run import '.repeat(20);
      step.append(code);
      return [document.documentElement.scrollWidth - window.innerWidth, code.scrollWidth - code.clientWidth];
    });
  expect(wide[0]).toBeLessThanOrEqual(0);
  expect(wide[1]).toBeGreaterThan(0);
});

test('a picture over the page closes by Escape and gives the focus back', async ({ page }) => {
  await page.goto('/fr/help/evenements/controler-les-entrees');
  const link = page.getByRole('article').locator('a[data-zoom]').first();
  const name = (await link.getByRole('img').getAttribute('alt')) ?? '';
  await link.focus();
  await page.keyboard.press('Enter');
  const large = page.getByRole('dialog', { name });
  await expect(large).toBeVisible();
  await expect(large.getByRole('img', { name })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(large).toHaveCount(0);
  await expect(link).toBeFocused();
  // On a phone it would be no larger than it was, if it had to fit.
  await page.setViewportSize({ width: 390, height: 844 });
  await page.keyboard.press('Enter');
  const width = () => large.getByRole('img', { name }).evaluate((picture) => picture.getBoundingClientRect().width);
  await expect.poll(width).toBeGreaterThan(600);
});

test('of which kind a callout is stands in words, too', async ({ page }) => {
  await page.goto('/fr/help/adherents/fusionner-les-doublons');
  const note = page.getByRole('note').filter({ hasText: 'La fusion se défait pendant trente jours' });
  await expect(note.getByRole('img', { name: 'Attention' })).toBeVisible();
});

test('two dates are told: when it was changed and when it was read again', async ({ page }) => {
  await page.goto('/fr/help/evenements/controler-les-entrees');
  const header = page.getByRole('article').locator('header').first();
  await expect(header.getByText(/^Mis à jour/).locator('time')).toHaveAttribute('datetime', '2026-10-08');
  const reviewed = header.getByText(/^Relu/).locator('time');
  await expect(reviewed).toHaveAttribute('datetime', '2026-11-09');
  await expect(reviewed).toHaveAttribute('title', '9 novembre 2026');
});
