import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';

const READERS = [
  {
    locale: 'fr',
    title: 'Actualités',
    month: /octobre 2026/i,
    note: 'Les erreurs d’import, expliquées ligne par ligne',
    kind: 'Amélioré',
    events: 'Webinaires et formations',
    event: 'Clôturer 2026 sans rien oublier',
    calendar: 'Ajouter à mon agenda',
    other: { language: 'English', note: 'Import errors, explained row by row' },
  },
  {
    locale: 'en',
    title: 'News',
    month: /October 2026/,
    note: 'Import errors, explained row by row',
    kind: 'Improved',
    events: 'Webinars and training',
    event: 'Close 2026 without loose ends',
    calendar: 'Add to my calendar',
    other: { language: 'Français', note: 'Les erreurs d’import, expliquées ligne par ligne' },
  },
] as const;

for (const reader of READERS) {
  test.describe(`news without JavaScript (${reader.locale})`, () => {
    test.use({ javaScriptEnabled: false });

    test('a note is found by its month and read in both languages', async ({ page }) => {
      await page.goto(`/${reader.locale}/news`);
      const month = page.getByRole('region', { name: reader.month });
      const line = month.getByRole('listitem').filter({ hasText: reader.note });
      await expect(line).toContainText(reader.kind);
      await line.getByRole('link', { name: reader.note }).click();
      await expect(page.getByRole('heading', { level: 1, name: reader.note })).toBeVisible();
      await expect(page.getByText('2026.43')).toBeVisible();
      await page.getByRole('banner').getByRole('link', { name: reader.other.language }).click();
      await expect(page.getByRole('heading', { level: 1, name: reader.other.note })).toBeVisible();
    });

    test('a meeting says when and where, and goes into one’s calendar', async ({ page, request }) => {
      await page.goto(`/${reader.locale}/news`);
      await page.getByRole('main').getByRole('link', { name: reader.events }).click();
      const meeting = page.getByRole('article', { name: reader.event });
      await expect(meeting.locator('time')).toHaveAttribute('datetime', '2026-12-08T10:00:00.000Z');
      const calendar = await meeting.getByRole('link', { name: reader.calendar }).getAttribute('href');
      const answer = await request.get(calendar ?? '');
      expect(answer.headers()['content-type']).toContain('text/calendar');
      expect(await answer.text()).toContain('DTSTART:20261208T100000Z');
    });
  });

  test(`nothing bars the way in the news (${reader.locale})`, async ({ page }) => {
    for (const path of ['news', 'events']) {
      await page.goto(`/${reader.locale}/${path}`);
      expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    }
    await page.goto(`/${reader.locale}/news`);
    await page.getByRole('link', { name: reader.note }).click();
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  });

  test(`feeds hold what the pages hold (${reader.locale})`, async ({ request }) => {
    const atom = await request.get(`/${reader.locale}/news.atom`);
    expect(atom.headers()['content-type']).toContain('application/atom+xml');
    expect(await atom.text()).toContain(reader.note);
    const calendar = await (await request.get(`/${reader.locale}/events.ics`)).text();
    expect(calendar.match(/BEGIN:VEVENT/g)).toHaveLength(3);
  });
}
