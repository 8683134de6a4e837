import { readFile } from 'node:fs/promises';
import { expect, type Page, test } from '@playwright/test';
import { buildReading } from '@/reading/build';

// The script alone, on a page that has every element of reading/README.md: no app, no database.
const ORIGIN = 'http://reading.test';

const PAGE = `<!DOCTYPE html><html lang="fr"><head><title>t</title><script src="/theme.js"></script>
<script type="module" src="/reading.js"></script></head><body>
<div data-live aria-live="polite" data-copied="Adresse copiée"></div>
<div data-include="banner"></div>
<theme-switch><button type="button" value="system" aria-pressed="true">Système</button><button type="button" value="light" aria-pressed="false">Clair</button><button type="button" value="dark" aria-pressed="false">Sombre</button></theme-switch>
<account-slot><a href="/fr/sign-in">Se connecter</a><div data-signed-in hidden><details data-menu><summary><span data-field="initials"></span></summary><b data-field="name"></b><a href="/fr/desk" data-for="desk">Bureau</a><a href="/fr/admin" data-for="admin">Administration</a></details></div></account-slot>
<search-box data-suggest="/api/search?locale=fr" data-hits-label="# résultat|# résultats" data-none-label="Aucun résultat" data-all-label="Tous les résultats pour #" data-recent-label="Vos dernières recherches" data-forget-label="Effacer ces recherches">
<form role="search" action="/fr/search"><input type="search" name="q" aria-label="Rechercher" data-shortcut="search"><kbd data-shortcut-hint hidden>⌘K</kbd></form></search-box>
<h2 id="prepare">Préparer <a class="anchor" href="#prepare" aria-label="Lien">#</a></h2>
<time datetime="2020-01-01" data-relative title="1er janvier 2020">en 2020</time>
<a data-zoom data-close-label="Fermer" href="/media/a.svg"><img src="/media/a.svg" alt="La liste"></a>
<div class="tabs"><fieldset class="tabs-list"><input type="radio" name="case" value="0" checked><input type="radio" name="case" value="1"></fieldset>
<div data-tab="0">A</div><div data-tab="1"><details><summary>B</summary><p id="inside">Dedans</p></details></div></div>
<div style="height:3000px"></div></body></html>`;

const HITS = [
  {
    kind: 'article',
    label: 'Articles',
    title: 'Importer vos adhérents',
    place: 'Adhérents › Importer',
    excerpt: 'Depuis un tableur',
    href: '/fr/help/members/import',
    rank: 1,
  },
  {
    kind: 'question',
    label: 'Questions',
    title: '<img src=x onerror=alert(1)>',
    place: '',
    excerpt: 'Texte',
    href: '/fr/faq#x',
    rank: 2,
  },
  {
    kind: 'question',
    label: 'Questions',
    title: 'Ailleurs',
    place: '',
    excerpt: '',
    href: 'javascript:alert(1)',
    rank: 3,
  },
];

const POLICY = "default-src 'self'; script-src 'self'; style-src 'self'; style-src-attr 'unsafe-inline'";

let scripts: Map<string, Buffer>;

test.beforeAll(async () => {
  const built = await buildReading();
  scripts = new Map(
    await Promise.all(built.map(async ({ file }) => [file.replace('public', ''), await readFile(file)] as const)),
  );
});

/** What the page told of searches, as the server would have heard it. */
const told: Record<string, unknown>[] = [];

const open = async (page: Page, me: unknown = null, path = '/fr'): Promise<string[]> => {
  const errors: string[] = [];
  told.length = 0;
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  await page.route(`${ORIGIN}/**`, async (route) => {
    const { pathname } = new URL(route.request().url());
    const script = scripts.get(pathname);
    const html = (body: string) =>
      route.fulfill({ body, contentType: 'text/html; charset=utf-8', headers: { 'content-security-policy': POLICY } });
    if (script) return route.fulfill({ body: script, contentType: 'text/javascript' });
    if (pathname === '/api/me') return route.fulfill({ json: me });
    if (pathname === '/api/search') return route.fulfill({ json: { hits: HITS } });
    if (pathname === '/api/search/log') {
      told.push(route.request().postDataJSON() as Record<string, unknown>);
      return route.fulfill({ status: 204 });
    }
    if (pathname === '/fr/fragments/banner') return html('<div data-fragment=""><p>Incident en cours</p></div>');
    if (pathname === '/media/a.svg')
      return route.fulfill({ body: '<svg xmlns="http://www.w3.org/2000/svg"/>', contentType: 'image/svg+xml' });
    return html(PAGE);
  });
  await page.goto(`${ORIGIN}${path}`);
  return errors;
};

test('suggests while typing, by keyboard and in words for screen readers', async ({ page }) => {
  const errors = await open(page);
  const field = page.getByRole('combobox', { name: 'Rechercher' });
  await field.fill('import');
  await expect(page.getByRole('option')).toHaveCount(3);
  await expect(page.locator('[data-live]')).toHaveText('2 résultats');
  await expect(field).toHaveAttribute('aria-expanded', 'true');
  await field.press('ArrowDown');
  const first = page.getByRole('option').first();
  await expect(first).toHaveAttribute('aria-selected', 'true');
  expect(await field.getAttribute('aria-activedescendant')).toBe(await first.getAttribute('id'));
  await field.press('End');
  await expect(page.getByRole('option').last()).toHaveAttribute('aria-selected', 'true');
  await field.press('Home');
  await expect(first).toHaveAttribute('aria-selected', 'true');
  await field.press('Escape');
  await expect(field).toHaveAttribute('aria-expanded', 'false');
  await expect(field).toHaveValue('import');
  await field.press('ArrowDown');
  await expect(first).toHaveAttribute('aria-selected', 'true');
  await field.press('Enter');
  await expect(page).toHaveURL(`${ORIGIN}/fr/help/members/import`);
  expect(errors).toEqual([]);
});

test('groups what it suggests by kind, under a label', async ({ page }) => {
  await open(page);
  await page.getByRole('combobox', { name: 'Rechercher' }).fill('import');
  const articles = page.getByRole('group', { name: 'Articles' }).getByRole('option');
  await expect(articles).toHaveText('Importer vos adhérentsAdhérents › Importer');
  await expect(page.getByRole('group', { name: 'Questions' }).getByRole('option')).toHaveCount(1);
  await expect(page.getByRole('option').last()).toHaveText('Tous les résultats pour import');
});

test('keeps what the arrows led to when the list is drawn anew', async ({ page }) => {
  await open(page);
  const field = page.getByRole('combobox', { name: 'Rechercher' });
  await field.fill('import');
  await expect(page.getByRole('option')).toHaveCount(3);
  await field.press('ArrowDown');
  await field.press('ArrowDown');
  const second = page.getByRole('option').nth(1);
  await expect(second).toHaveAttribute('aria-selected', 'true');
  const answered = page.waitForResponse(/api\/search\?.*q=importer/);
  await field.pressSequentially('er');
  await answered;
  await expect(page.getByRole('option').last()).toHaveText('Tous les résultats pour importer');
  await expect(second).toHaveAttribute('aria-selected', 'true');
});

test('tells which suggestion was opened, with its rank', async ({ page }) => {
  await open(page);
  const field = page.getByRole('combobox', { name: 'Rechercher' });
  await field.fill('import');
  await page.getByRole('option').nth(1).click();
  await expect
    .poll(() => told)
    .toEqual([
      {
        locale: 'fr',
        words: 'import',
        results: 2,
        surface: 'suggestion',
        hit: { kind: 'question', href: '/fr/faq#x', rank: 2 },
      },
    ]);
});

test('offers the last searches of this device, and erases them', async ({ page }) => {
  await open(page);
  const field = page.getByRole('combobox', { name: 'Rechercher' });
  await field.fill('cotisation');
  await field.press('Enter');
  await expect(page).toHaveURL(`${ORIGIN}/fr/search?q=cotisation`);
  await page.goto(`${ORIGIN}/fr`);
  await expect(page.getByRole('listbox')).toBeHidden();
  await field.focus();
  const recent = page.getByRole('group', { name: 'Vos dernières recherches' }).getByRole('option');
  await expect(recent).toHaveText('cotisation');
  await field.press('ArrowDown');
  await field.press('Enter');
  await expect(page).toHaveURL(`${ORIGIN}/fr/search?q=cotisation`);
  await page.goto(`${ORIGIN}/fr`);
  await field.focus();
  await page.getByRole('button', { name: 'Effacer ces recherches' }).click();
  await expect(recent).toHaveCount(0);
  await expect(field).toBeFocused();
  expect(await page.evaluate(() => localStorage.getItem('guichet-searches'))).toBeNull();
});

test('sends the words where no suggestion was chosen', async ({ page }) => {
  await open(page);
  const field = page.getByRole('combobox', { name: 'Rechercher' });
  await field.fill('import');
  await expect(page.getByRole('option')).toHaveCount(3);
  await field.press('Enter');
  await expect(page).toHaveURL(`${ORIGIN}/fr/search?q=import`);
});

test('Ctrl K leads to the field in sight, else opens a dialog with one', async ({ page }) => {
  await open(page);
  await expect(page.locator('kbd')).toHaveText('Ctrl K');
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('combobox')).toBeFocused();
  await page.evaluate(() => scrollTo(0, 2_000));
  await page.keyboard.press('Control+k');
  const dialog = page.getByRole('dialog', { name: 'Rechercher' });
  await expect(dialog.getByRole('combobox')).toBeFocused();
  await dialog.getByRole('combobox').fill('import');
  await expect(dialog.getByRole('option')).toHaveCount(3);
  await page.keyboard.press('Escape');
  await expect(dialog.getByRole('option')).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
});

test('keeps the chosen theme, from before the first paint of the next page', async ({ page }) => {
  await open(page);
  await page.getByRole('button', { name: 'Sombre' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.goto(`${ORIGIN}/fr/other`, { waitUntil: 'commit' });
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(page.getByRole('button', { name: 'Sombre' })).toHaveAttribute('aria-pressed', 'true');
  await page.getByRole('button', { name: 'Système' }).click();
  await expect(page.locator('html')).not.toHaveAttribute('data-theme', /./);
});

test('shows who is signed in, and only the places open to them', async ({ page }) => {
  await open(page, { name: 'Théo Lambert', initials: 'TL', links: { desk: true, studio: false, admin: false } });
  await page.getByText('TL').click();
  await expect(page.getByText('Théo Lambert')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Bureau' })).toBeVisible();
  await expect(page.getByText('Administration')).toBeHidden();
  await expect(page.getByRole('link', { name: 'Se connecter' })).toBeHidden();
  await page.keyboard.press('Escape');
  await expect(page.getByText('Théo Lambert')).toBeHidden();
});

test('leaves the sign-in link to everybody else', async ({ page }) => {
  await open(page);
  await expect(page.getByRole('link', { name: 'Se connecter' })).toBeVisible();
});

test('copies the address of a heading', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page);
  // The clipboard wants a secure address, which a made-up host is not.
  await page.evaluate(() => {
    Object.defineProperty(navigator, 'clipboard', {
      value: {
        writeText: async (text: string) => {
          document.title = text;
        },
      },
    });
  });
  await page.getByRole('link', { name: 'Lien' }).click();
  await expect(page).toHaveTitle(`${ORIGIN}/fr#prepare`);
  await expect(page.locator('[data-live]')).toHaveText('Adresse copiée');
});

test('an address that lies in a variant that is not shown chooses it, and opens what is folded there', async ({
  page,
}) => {
  await open(page, null, '/fr#inside');
  await expect(page.getByText('Dedans')).toBeVisible();
  await expect(page.locator('[name=case]').nth(1)).toBeChecked();
});

test('enlarges a picture, tells dates anew and fills in the banner', async ({ page }) => {
  const errors = await open(page);
  await expect(page.getByText('Incident en cours')).toBeVisible();
  await expect(page.locator('time')).toHaveText(/il y a \d+ ans/);
  await page.getByRole('link', { name: 'La liste' }).click();
  const dialog = page.getByRole('dialog', { name: 'La liste' });
  await expect(dialog).toBeVisible();
  await dialog.getByRole('button', { name: 'Fermer' }).click();
  await expect(dialog).toHaveCount(0);
  expect(errors).toEqual([]);
});
