import { expect, type Page, test } from '@playwright/test';
import { CAST, expectAccessible, followMail, signIn } from '../fixtures';

const main = (page: Page) => page.getByRole('main');

/** Calls a verb as whoever has signed in on this page. */
const call = async (page: Page, verb: string, input: Record<string, unknown>): Promise<Record<string, unknown>> => {
  const answer = await page.request.post(`/api/trpc/${verb}`, { data: { json: input } });
  expect(answer.ok(), `${verb}: ${await answer.text()}`).toBe(true);
  return ((await answer.json()) as { result: { data: { json: Record<string, unknown> } } }).result.data.json;
};

/** A request of Noor's that the desk has answered and resolved. */
const resolved = async (page: Page, desk: Page, subject: string): Promise<number> => {
  const { number } = await call(page, 'tickets.open', {
    typeKey: 'question',
    subject,
    description: 'Nous cherchons où régler l’adresse d’expédition des reçus, sans succès.',
    idempotencyKey: crypto.randomUUID(),
  });
  await call(desk, 'tickets.assign', { number, assigneeId: await idOf(desk, 'Théo Lambert') });
  await call(desk, 'tickets.reply', { number, body: 'Elle se trouve dans les réglages des messages.', files: [] });
  await call(desk, 'tickets.resolve', { number });
  return Number(number);
};

/** The id of somebody of the desk. */
const idOf = async (page: Page, name: string): Promise<string> => {
  const answer = await page.request.get(`/api/trpc/teams.list?input=${encodeURIComponent('{"json":{}}')}`);
  const { people } = (await answer.json()).result.data.json as { people: { id: string; name: string }[] };
  const person = people.find((one) => one.name === name);
  if (!person) throw new Error(`nobody of the desk is called ${name}`);
  return person.id;
};

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled });

    test('one press tells what a customer thinks, and words may follow', async ({ page, browser }) => {
      const desk = await (await browser.newContext()).newPage();
      await signIn(page, CAST.noor);
      await signIn(desk, CAST.theo);
      const number = await resolved(page, desk, `Adresse d’expédition des reçus ${crypto.randomUUID().slice(0, 6)}`);
      const here = `/fr/requests/${number}`;

      // The mail asks for it: one press there, without signing in.
      const reader = await (await browser.newContext({ javaScriptEnabled })).newPage();
      await followMail(reader, CAST.noor, String(number), 'rating=satisfied');
      const byMail = main(reader).getByRole('region', { name: /Votre avis/ });
      const kept = (timeout?: number) =>
        expect(byMail.getByRole('heading')).toHaveText(/^Votre avis.: Satisfait$/, { ...(timeout ? { timeout } : {}) });
      let across = 0;
      // Whoever is there moves, sooner or later.
      const move = async () => {
        across += 7;
        await reader.mouse.move(across, 5);
        await kept(2_000);
      };
      if (javaScriptEnabled) await expect(move).toPass();
      else await byMail.getByRole('button', { name: 'Satisfait', exact: true }).click();
      await kept();
      if (javaScriptEnabled) await expectAccessible(reader, 'rating by mail');

      await page.goto(here);
      const rating = main(page).getByRole('region', { name: /Comment avons-nous répondu|Votre avis/ });
      await rating.getByRole('button', { name: 'Mécontent' }).click();
      await expect(rating.getByRole('heading')).toHaveText(/Votre avis.: Mécontent/);
      await expect(rating.getByRole('button', { name: 'Mécontent' })).toHaveAttribute('aria-pressed', 'true');
      const words = rating.getByLabel('Voulez-vous nous en dire plus');
      await words.fill('La réponse a mis trois jours.');
      if (javaScriptEnabled) {
        // A press before the page is awake is a plain post, and the page comes anew: then it is written once more.
        await expect(async () => {
          await words.fill('La réponse a mis trois jours.');
          await rating.getByRole('button', { name: 'Mitigé' }).click();
          await expect(rating.getByRole('heading')).toHaveText(/Votre avis.: Mitigé/);
          await expect(words).toHaveValue('La réponse a mis trois jours.', { timeout: 1_000 });
        }).toPass();
        await rating.getByRole('button', { name: 'Mécontent' }).click();
        await expect(rating.getByRole('heading')).toHaveText(/Votre avis.: Mécontent/);
      }
      await rating.getByRole('button', { name: 'Envoyer ce commentaire' }).click();
      await expect(main(page).getByText('La réponse a mis trois jours.').first()).toBeVisible();
      if (javaScriptEnabled) await expectAccessible(page, here);

      await desk.goto(`/fr/desk/${number}`);
      await expect(main(desk).getByText('La réponse a mis trois jours.').first()).toBeVisible();

      // Camille manages the organisation and sees the request, but not what Noor said of us; and she does not say it in her place.
      const manager = await (await browser.newContext()).newPage();
      await signIn(manager, CAST.camille, { next: here });
      await expect(manager.getByRole('heading', { level: 1 })).toContainText('Adresse d’expédition');
      await expect(main(manager).getByText('La réponse a mis trois jours.')).toHaveCount(0);
      await expect(main(manager).getByRole('button', { name: 'Satisfait' })).toHaveCount(0);
    });
  });
}

test('a request can be printed, as its reader sees it', async ({ page }) => {
  await signIn(page, CAST.camille, { next: '/fr/requests/1013' });
  await main(page).getByRole('link', { name: 'Imprimer' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(main(page).getByRole('button', { name: 'Imprimer ou enregistrer en PDF' })).toBeVisible();
  await expectAccessible(page, 'print');
  await page.emulateMedia({ media: 'print' });
  await expect(main(page).getByRole('button', { name: 'Imprimer ou enregistrer en PDF' })).toBeHidden();
  await expect(page.getByRole('banner')).toBeHidden();
});
