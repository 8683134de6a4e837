import { expect, type Page, test } from '@playwright/test';
import { makeComment } from '@/db/comments/factory';
import { inDatabase, leaveDatabase, makePerson } from '../database';
import { CAST, expectAccessible, followMail, signIn } from '../fixtures';

const WORDS = {
  fr: {
    article: '/fr/help/adherents/exporter-vos-adherents',
    author: CAST.camille,
    name: 'Camille R.',
    write: 'Écrire un commentaire',
    body: 'Votre commentaire',
    answer: 'Votre réponse',
    send: 'Envoyer',
    required: 'Remplissez ce champ.',
    waiting: 'Merci, votre commentaire est bien arrivé',
    published: 'Votre commentaire est publié',
    publish: 'Publier',
    undo: 'Annuler',
    approvedOne: '1 commentaire publié',
    requeuedOne: '1 commentaire remis en attente',
    team: 'Équipe',
    reply: 'Répondre',
    toldAnswer: 'de notre équipe, vous a répondu',
    erase: 'Effacer…',
    eraseForGood: 'Effacer ce commentaire',
    erased: 'Commentaire effacé par son auteur',
  },
  en: {
    article: '/en/help/members/export-your-members',
    author: CAST.noor,
    name: 'Noor B.',
    write: 'Write a comment',
    body: 'Your comment',
    answer: 'Your answer',
    send: 'Send',
    required: 'Fill in this field.',
    waiting: 'Thank you, your comment has arrived',
    published: 'Your comment is published',
    publish: 'Publish',
    undo: 'Undo',
    approvedOne: '1 comment published',
    requeuedOne: '1 comment put back to waiting',
    team: 'Team',
    reply: 'Answer',
    toldAnswer: 'de notre équipe, vous a répondu',
    erase: 'Erase…',
    eraseForGood: 'Erase this comment',
    erased: 'Comment erased by its author',
  },
} as const;

/** The comments of an article as anybody gets them, once they say what they should. */
const publicSays = (page: Page, path: string, holds: (body: string) => void) =>
  expect(async () => holds(await (await page.request.get(path)).text())).toPass({ timeout: 30_000 });

test.afterAll(leaveDatabase);

for (const locale of ['fr', 'en'] as const) {
  const words = WORDS[locale];
  const comments = `${words.article}/comments`;

  test(`a reader comments without JavaScript, a moderator publishes, the team answers, a mail tells (${locale})`, async ({
    page,
    browser,
  }) => {
    test.setTimeout(180_000);
    const text = `Et pour deux listes ${crypto.randomUUID().slice(0, 8)} ?`;
    const plain = await browser.newContext({ javaScriptEnabled: false });
    const reader = await plain.newPage();
    await signIn(reader, words.author, { locale, next: `${comments}/write` });
    await reader.getByRole('button', { name: words.send, exact: true }).click();
    const field = reader.getByLabel(words.body, { exact: true });
    await expect(field).toHaveAccessibleDescription(new RegExp(words.required));
    await field.fill(text);
    await reader.getByRole('button', { name: words.send, exact: true }).click();
    await expect(reader.getByRole('main').getByRole('status')).toContainText(words.waiting);
    expect(await (await page.request.get(comments)).text()).not.toContain(text);

    await signIn(page, CAST.ines, { locale, next: `/${locale}/studio/comments` });
    const card = page.getByRole('listitem').filter({ hasText: text });
    await card.getByRole('button', { name: words.publish, exact: true }).click();
    const status = page.getByRole('main').getByRole('status');
    await expect(status).toContainText(words.approvedOne);
    await status.getByRole('button', { name: words.undo }).click();
    await expect(status).toContainText(words.requeuedOne);
    await card.getByRole('button', { name: words.publish, exact: true }).click();
    await expect(status).toContainText(words.approvedOne);
    await publicSays(page, comments, (body) => expect(body).toContain(text));

    await page.goto(comments);
    const shown = page.getByRole('article', { name: words.name }).filter({ hasText: text });
    await expectAccessible(page, comments);
    await shown.getByRole('link', { name: new RegExp(`^${words.reply}`) }).click();
    await page.getByLabel(words.answer, { exact: true }).fill(`Oui, une par une ${text}`);
    await page.getByRole('button', { name: words.send, exact: true }).click();
    await expect(page.getByRole('main').getByRole('status')).toContainText(words.published);
    await publicSays(page, comments, (body) => expect(body).toContain(`Oui, une par une ${text}`));

    // Mails come in the author's own language, a little later: until then a decision can be undone.
    await expect(async () => followMail(page, words.author, `Oui, une par une ${text}`)).toPass({ timeout: 90_000 });

    await reader.goto(`${comments}/write`);
    const own = reader.getByRole('listitem').filter({ hasText: text });
    await own.getByText(words.erase).click();
    await own.getByRole('button', { name: words.eraseForGood }).click();
    await publicSays(page, comments, (body) => {
      expect(body).toContain(words.erased);
      expect(body).not.toContain(`<p>${text}`);
    });
    await plain.close();
  });
}

test('an article leads to its comments, and brings them in place when a reader comes near', async ({ page }) => {
  await page.goto('/fr/help/adherents/importer-vos-adherents');
  const section = page.getByRole('region', { name: 'Commentaires' });
  await section.scrollIntoViewIfNeeded();
  await expect(section.getByRole('article', { name: 'Élodie Vasseur' })).toContainText('Équipe');
  await expectAccessible(page);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a visitor reads comments and is led to sign in to write', async ({ page }) => {
    await page.goto('/fr/help/adherents/importer-vos-adherents');
    await page.getByRole('link', { name: 'Lire les commentaires' }).click();
    await expect(page.getByRole('article', { name: 'Élodie Vasseur' })).toContainText('Équipe');
    await page.getByRole('link', { name: 'Écrire un commentaire' }).click();
    await expect(page).toHaveURL(/\/fr\/sign-in\?next=/);
  });

  test('an article that takes no comments says so, and leads to those that were published', async ({ page }) => {
    const article = '/fr/help/evenements/rembourser-hors-delai-procedure-interne';
    await signIn(page, CAST.theo, { next: article });
    const closed = 'Les commentaires sont fermés pour cet article.';
    const section = page.getByRole('region', { name: 'Commentaires' });
    await expect(section).toContainText(closed);
    await section.getByRole('link', { name: 'Voir les commentaires publiés' }).click();
    await expect(page).toHaveURL(`${article}/comments`);
    await expect(page.getByRole('main')).toContainText(closed);
    await expect(page.getByRole('link', { name: 'Écrire un commentaire' })).toHaveCount(0);
  });

  test('a comment has an address of its own, on whatever page it stands', async ({ page }) => {
    const comments = '/fr/help/comptabilite/editer-les-recus-fiscaux/comments';
    await page.goto(comments);
    const first = page.getByRole('article', { name: 'Noor B.' }).first();
    const id = ((await first.getAttribute('id')) ?? '').replace('comment-', '');
    const answer = await page.goto(`${comments}/more?comment=${id}#comment-${id}`);
    expect(answer?.headers()['cache-control']).toContain('no-store');
    await expect(page.locator(`#comment-${id}`)).toBeInViewport();
    await expect(page.getByRole('heading', { level: 1, name: 'Commentaires' })).toBeVisible();
  });

  test('a reader reports a comment, once', async ({ page }) => {
    const comments = '/fr/help/comptabilite/editer-les-recus-fiscaux/comments';
    await signIn(page, CAST.camille, { next: comments });
    const report = page
      .getByRole('article', { name: 'Noor B.' })
      .getByRole('link', { name: /^Signaler/ })
      .first();
    const address = (await report.getAttribute('href')) ?? '';
    for (const outcome of ['Merci, votre signalement est bien arrivé', 'Vous avez déjà signalé ce commentaire']) {
      await page.goto(address);
      await page.getByRole('radio', { name: 'Autre chose' }).check();
      await page.getByRole('button', { name: 'Signaler ce commentaire' }).click();
      await expect(page.getByRole('main')).toContainText(outcome);
    }
  });
});

test('what was published is published again when a decision on it is undone', async ({ page }) => {
  await signIn(page, CAST.ines, { next: '/fr/studio/comments?pile=approved' });
  const card = page.getByRole('listitem').filter({ hasText: 'Testé chez nous, cela marche très bien' });
  // A refusal that is refused comes back with what was chosen.
  await card.getByText('Refuser…').click();
  const reason = card.getByLabel('Raison, envoyée à l’auteur');
  await reason.selectOption('other');
  await card.getByRole('button', { name: 'Refuser', exact: true }).click();
  await expect(card.getByLabel('Mot à l’auteur')).toHaveAccessibleDescription(/Remplissez ce champ/);
  await expect(reason).toHaveValue('other');
  await card.getByRole('button', { name: 'Indésirable', exact: true }).click();
  const status = page.getByRole('main').getByRole('status');
  await expect(status).toContainText('1 commentaire marqué comme indésirable');
  await expect(card).toHaveCount(0);
  await status.getByRole('button', { name: 'Annuler' }).click();
  await expect(status).toContainText('1 commentaire publié');
  await expect(card).toBeVisible();
});

test('a decision is undone by whoever made it, and not once a colleague has decided since', async ({
  page,
  browser,
}) => {
  const person = await makePerson('Karim Faure');
  const text = `Une remarque ${crypto.randomUUID().slice(0, 8)}`;
  const { id } = await inDatabase((tx) => makeComment(tx, { authorId: person.id, bodyText: text }));
  await signIn(page, CAST.ines, { next: '/fr/studio/comments' });
  const card = page.getByRole('listitem').filter({ hasText: text });
  await card.getByRole('button', { name: 'Publier', exact: true }).click();
  const status = page.getByRole('main').getByRole('status');
  await expect(status).toContainText('1 commentaire publié');
  const colleague = await (await browser.newContext()).newPage();
  await signIn(colleague, CAST.admin);
  const told = await colleague.request.post('/api/trpc/comments.markSpam', { data: { json: { ids: [id] } } });
  expect(told.ok()).toBe(true);
  await status.getByRole('button', { name: 'Annuler' }).click();
  await expect(page.getByRole('main').getByRole('alert')).toContainText(
    /Maud Kessler a pris une décision depuis.: rien n’a été annulé/,
  );
  await expectAccessible(page, 'an undoing that was refused');
  await page.goto('/fr/studio/comments?pile=spam');
  await expect(card).toBeVisible();
});

test('comments of a restricted article are for those who may read it', async ({ page }) => {
  const path = '/fr/help/comptabilite/suivre-les-versements/comments';
  expect((await page.goto(path))?.status()).toBe(404);
  await signIn(page, CAST.camille, { next: path });
  await expect(page.getByRole('heading', { level: 1, name: 'Commentaires' })).toBeVisible();
  expect((await page.goto(path))?.headers()['cache-control']).toContain('no-store');
});

test('the queue is for editors alone, and breaks no rule of accessibility', async ({ page, browser }) => {
  await signIn(page, CAST.theo, { next: '/fr/desk' });
  expect((await page.goto('/fr/studio/comments'))?.status()).toBe(404);
  const context = await browser.newContext();
  const editor = await context.newPage();
  await signIn(editor, CAST.ines, { locale: 'en', next: '/en/studio/comments' });
  await expectAccessible(editor, '/en/studio/comments');
  await editor.goto('/en/studio/comments?pile=reported');
  await editor.emulateMedia({ colorScheme: 'dark' });
  await expectAccessible(editor, '/en/studio/comments?pile=reported');
  await context.close();
});
