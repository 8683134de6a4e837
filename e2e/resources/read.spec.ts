import { expect, test } from '@playwright/test';
import { expectAccessible } from '../fixtures';

const READERS = [
  {
    locale: 'fr',
    title: 'Ressources',
    downloads: 'À télécharger',
    file: 'Modèle de fichier pour importer vos adhérents',
    kind: 'Fichier CSV',
    video: 'Composer une page avec des blocs',
    videos: 'Vidéos',
    guide: 'Préparer la clôture sans stress',
    glossary: 'Glossaire',
    term: 'reçu fiscal',
    written: 'reçus fiscaux',
    anchor: 'recu-fiscal',
    letter: 'R',
    meaning: /Attestation remise au donateur/,
    inGlossary: 'Voir dans le glossaire',
    article: '/fr/help/adherents/importer-vos-adherents',
    other: { language: 'English', title: 'Prepare the year end calmly' },
  },
  {
    locale: 'en',
    title: 'Resources',
    downloads: 'Downloads',
    file: 'Template for importing your members',
    kind: 'CSV file',
    video: 'Build a page from blocks',
    videos: 'Videos',
    guide: 'Prepare the year end calmly',
    glossary: 'Glossary',
    term: 'donation receipt',
    written: 'donation receipt',
    anchor: 'donation-receipt',
    letter: 'D',
    meaning: /certificate given to a donor/,
    inGlossary: 'See it in the glossary',
    article: '/en/help/members/import-your-members',
    other: { language: 'Français', title: 'Préparer la clôture sans stress' },
  },
] as const;

for (const reader of READERS) {
  const home = `/${reader.locale}/resources`;

  test.describe(`resources without JavaScript (${reader.locale})`, () => {
    test.use({ javaScriptEnabled: false });

    test('are on shelves, and a file can be taken away', async ({ page, request }) => {
      await page.goto(home);
      await expect(page.getByRole('heading', { level: 1, name: reader.title })).toBeVisible();
      await expect(page.getByRole('article')).toHaveCount(12);
      await page.getByRole('main').getByRole('link', { name: reader.downloads }).click();
      await expect(page).toHaveURL(`${home}/by/download`);
      await expect(page.getByRole('article')).toHaveCount(5);
      await page.getByRole('link', { name: reader.file }).click();
      const link = page.getByRole('main').getByRole('link', { name: reader.kind });
      const answer = await request.get((await link.getAttribute('href')) ?? '');
      expect(answer.headers()['content-type']).toContain('text/csv');
    });

    test('hold a video with its subtitles', async ({ page, request }) => {
      await page.goto(home);
      await page.getByRole('main').getByRole('link', { name: reader.videos }).click();
      await page.getByRole('link', { name: reader.video }).click();
      await expect(page.getByText(/^6\s?s(ecs?)?$/).first()).toBeVisible();
      const video = page.locator('video');
      await expect(video).toHaveAttribute('preload', 'none');
      const source = await request.get((await video.locator('source').getAttribute('src')) ?? '');
      expect(source.headers()['content-type']).toBe('video/webm');
      const subtitles = await request.get((await video.locator('track').getAttribute('src')) ?? '');
      expect(await subtitles.text()).toContain('WEBVTT');
    });

    test('are read in both languages', async ({ page }) => {
      await page.goto(home);
      await page.getByRole('link', { name: reader.guide }).click();
      await expect(page.getByRole('heading', { level: 1, name: reader.guide })).toBeVisible();
      await page.getByRole('banner').getByRole('link', { name: reader.other.language }).click();
      await expect(page.getByRole('heading', { level: 1, name: reader.other.title })).toBeVisible();
    });

    test('explain words from A to Z', async ({ page }) => {
      await page.goto(home);
      await page.getByRole('main').getByRole('link', { name: reader.glossary }).click();
      await expect(page.getByRole('term')).toHaveCount(27);
      await page.getByRole('link', { name: reader.letter, exact: true }).click();
      await expect(page.getByRole('heading', { level: 2, name: reader.letter, exact: true })).toBeInViewport();
      await page.goto(`${home}/glossary#${reader.anchor}`);
      await expect(page.getByRole('term').filter({ hasText: reader.term })).toBeInViewport();
    });

    test('a word in a text tells what it means and leads to the glossary', async ({ page }) => {
      await page.goto(home);
      await page.getByRole('link', { name: reader.guide }).click();
      const word = page.getByRole('button', { name: new RegExp(`^${reader.written}`) });
      await expect(word).toHaveCount(1);
      const meaning = page.getByRole('note').filter({ hasText: reader.meaning });
      await expect(meaning).toBeHidden();
      await word.click();
      await expect(meaning).toBeVisible();
      await meaning.getByRole('link', { name: reader.inGlossary }).click();
      await expect(page).toHaveURL(`${home}/glossary#${reader.anchor}`);
    });
  });

  test(`words are explained in articles, each once (${reader.locale})`, async ({ page }) => {
    await page.goto(reader.article);
    const words = page.locator('article .term');
    await expect(words.first()).toBeVisible();
    const told = await words.evaluateAll((all) => all.map((word) => word.getAttribute('popovertarget')));
    expect(new Set(told).size).toBe(told.length);
    await expect(page.locator('article :is(a, code, h2, h3) .term')).toHaveCount(0);
    await words.first().press('Enter');
    await expect(page.locator('.term-note:popover-open')).toBeVisible();
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await expect(page.locator('.term-note:popover-open')).toHaveCount(0);
  });

  for (const path of ['', '/by/video', '/glossary']) {
    test(`nothing bars the way in resources${path} (${reader.locale})`, async ({ page }) => {
      await page.goto(`${home}${path}`);
      await expectAccessible(page);
    });
  }
}

test('a shelf that does not exist is not found', async ({ request }) => {
  for (const path of ['/fr/resources/by/none', '/fr/resources/none'])
    expect((await request.get(path)).status(), path).toBe(404);
});
