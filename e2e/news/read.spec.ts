import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { parseAtomFeed, parseRssFeed } from 'feedsmith';
import ICAL from 'ical.js';

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
    filter: {
      kind: 'Nature',
      theme: 'Thème',
      month: 'Mois',
      aTheme: 'Des imports plus sûrs',
      remove: 'Retirer le filtre',
    },
    neighbours: 'Note précédente et suivante',
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
    filter: { kind: 'Kind', theme: 'Theme', month: 'Month', aTheme: 'Safer imports', remove: 'Remove the filter' },
    neighbours: 'Previous and next note',
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

  for (const path of ['news', 'news/by/improved', 'events']) {
    test(`nothing bars the way in ${path} (${reader.locale})`, async ({ page }) => {
      await page.goto(`/${reader.locale}/${path}`);
      expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    });
  }

  test(`nothing bars the way in a note (${reader.locale})`, async ({ page }) => {
    await page.goto(`/${reader.locale}/news`);
    await page.getByRole('link', { name: reader.note }).click();
    await expect(page.getByRole('heading', { level: 1, name: reader.note })).toBeVisible();
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  });

  test(`feeds hold what the pages hold (${reader.locale})`, async ({ request }) => {
    const atom = await request.get(`/${reader.locale}/news.atom`);
    expect(atom.headers()['content-type']).toContain('application/atom+xml');
    const feed = parseAtomFeed(await atom.text());
    expect(feed.title?.value).toContain(reader.title);
    expect(feed.authors?.[0]?.name).toBe('Ribambelle');
    const links = Object.fromEntries((feed.links ?? []).map(({ rel, href }) => [rel, href]));
    expect(links.self).toMatch(new RegExp(`/${reader.locale}/news\\.atom$`));
    const entry = feed.entries?.find((candidate) => candidate.title?.value === reader.note);
    expect(entry?.id).toMatch(/^tag:/);
    expect(entry?.updated).toBe('2026-10-20T12:00:00.000Z');
    expect((await request.get(entry?.links?.[0]?.href ?? '')).status()).toBe(200);
    expect(feed.updated).toBe(feed.entries?.[0]?.updated);

    const rss = await request.get(`/${reader.locale}/news.rss`);
    expect(rss.headers()['content-type']).toContain('application/rss+xml');
    const channel = parseRssFeed(await rss.text());
    expect(channel.language).toBe(reader.locale);
    expect(channel.items?.map((item) => item.title)).toEqual(feed.entries?.map(({ title }) => title?.value));
    const ids = channel.items?.map((item) => item.guid?.value);
    expect(new Set(ids).size).toBe(channel.items?.length);
  });

  test(`calendars can be read by programs (${reader.locale})`, async ({ request }) => {
    const all = new ICAL.Component(ICAL.parse(await (await request.get(`/${reader.locale}/events.ics`)).text()));
    const meetings = all.getAllSubcomponents('vevent').map((part) => new ICAL.Event(part));
    expect(meetings).toHaveLength(3);
    expect(new Set(meetings.map(({ uid }) => uid)).size).toBe(3);
    const closing = meetings.find(({ summary }) => summary === reader.event);
    expect(closing?.startDate.toJSDate().toISOString()).toBe('2026-12-08T10:00:00.000Z');
    expect(closing?.endDate.toJSDate().toISOString()).toBe('2026-12-08T11:00:00.000Z');
    expect(all.getFirstPropertyValue('version')).toBe('2.0');
  });

  test.describe(`the list of notes without JavaScript (${reader.locale})`, () => {
    test.use({ javaScriptEnabled: false });

    test('is narrowed by kind, theme and month, and widened again', async ({ page }) => {
      await page.goto(`/${reader.locale}/news`);
      const filters = (name: string) => page.getByRole('main').getByRole('navigation', { name, exact: true });
      await filters(reader.filter.kind).getByRole('link', { name: reader.kind }).click();
      await expect(page).toHaveURL(`/${reader.locale}/news/by/improved`);
      const notes = page
        .getByRole('main')
        .getByRole('listitem')
        .filter({ has: page.getByRole('heading', { level: 3 }) });
      for (const note of await notes.all()) await expect(note).toContainText(reader.kind);
      await filters(reader.filter.theme).getByRole('link', { name: reader.filter.aTheme }).click();
      await filters(reader.filter.month).getByRole('link', { name: reader.month }).click();
      await expect(page).toHaveURL(`/${reader.locale}/news/by/improved/2026-10/theme-members-import`);
      await expect(notes).toHaveCount(1);
      await expect(notes).toContainText(reader.note);
      await page.getByRole('banner').getByRole('link', { name: reader.other.language }).click();
      await expect(page).toHaveURL(/\/news\/by\/improved\/2026-10\/theme-members-import$/);
      await page.goBack();
      await page.getByRole('link', { name: `${reader.filter.remove} ${reader.kind}` }).click();
      await expect(page).toHaveURL(`/${reader.locale}/news/by/2026-10/theme-members-import`);
    });

    test('goes on on further pages, which search engines leave out', async ({ page }) => {
      await page.goto(`/${reader.locale}/news`);
      await page.getByRole('main').locator('a[rel="next"]').click();
      await expect(page).toHaveURL(`/${reader.locale}/news/by/page-2`);
      await expect(page.getByText('2026.31')).toBeVisible();
      await expect(page.locator('meta[name="robots"]')).toHaveAttribute('content', /noindex/);
      await page.getByRole('main').locator('a[rel="prev"]').click();
      await expect(page).toHaveURL(`/${reader.locale}/news`);
    });

    test('a note leads to its themes and its neighbours', async ({ page }) => {
      await page.goto(`/${reader.locale}/news`);
      await page.getByRole('link', { name: reader.note }).click();
      await expect(page.getByRole('link', { name: reader.filter.aTheme })).toHaveAttribute(
        'href',
        `/${reader.locale}/roadmap/members-import`,
      );
      await page.getByRole('navigation', { name: reader.neighbours }).getByRole('link').first().click();
      await expect(page.getByText('2026.42')).toBeVisible();
    });
  });

  for (const wrong of ['unknown', 'page-9', '2020-01', 'theme-none', '2026-10/fixed']) {
    test(`a list of nothing does not exist: ${wrong} (${reader.locale})`, async ({ request }) => {
      expect((await request.get(`/${reader.locale}/news/by/${wrong}`)).status()).toBe(404);
    });
  }
}
