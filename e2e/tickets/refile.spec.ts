import { expect, test } from '@playwright/test';
import { CAST, expectAccessible, signIn } from '../fixtures';

test('an agent puts right what was filed wrongly, and the customer reads it; the list tells who wrote last', async ({
  browser,
}) => {
  const customer = await browser.newContext();
  const page = await customer.newPage();
  await signIn(page, CAST.sylvie);
  const mark = crypto.randomUUID().slice(0, 8);
  const wrong = `Au secours ${mark}`;
  const right = `Comment reprendre dix ans d’adhésions ${mark}`;
  const request = {
    typeKey: 'problem',
    subject: wrong,
    description: 'Nous voudrions reprendre dix ans d’adhésions dans le logiciel avant l’été.',
  };
  const opened = await page.request.post('/api/trpc/tickets.open', { data: { json: request } });
  const { number } = (await opened.json()).result.data.json;

  // Without scripts first: a refused subject comes back beside its field, and the type that was chosen with it.
  const plain = await browser.newContext({ javaScriptEnabled: false });
  const desk = await plain.newPage();
  await signIn(desk, CAST.theo, { next: `/fr/desk?q=${number}` });
  const row = desk.getByRole('main').getByRole('row').filter({ hasText: wrong });
  await expect(row).toContainText('Le client attend depuis');
  await desk.goto(`/fr/desk/${number}`);
  const side = desk.getByRole('complementary', { name: 'Demande' });
  await side.getByText('Corriger le sujet ou le type').click();
  const subject = side.getByLabel('Sujet', { exact: true });
  const type = side.getByLabel('Type de demande');
  await subject.fill('Bug');
  await type.selectOption('consulting');
  await side.getByRole('button', { name: 'Corriger', exact: true }).click();
  await expect(subject).toHaveAccessibleDescription(/Écrivez au moins 5 caractères\./);
  await expect(subject).toHaveValue('Bug');
  await expect(type).toHaveValue('consulting');
  await subject.fill(right);
  await side.getByRole('button', { name: 'Corriger', exact: true }).click();
  await expect(desk.getByRole('heading', { level: 1 })).toHaveText(right);
  // There is a way back, for a minute, and the form is as it was before.
  await side.getByRole('button', { name: 'Annuler', exact: true }).click();
  await expect(desk.getByRole('heading', { level: 1 })).toHaveText(wrong);
  await side.getByText('Corriger le sujet ou le type').click();
  await expect(type).toHaveValue('problem');
  await subject.fill(right);
  await type.selectOption('consulting');
  await side.getByRole('button', { name: 'Corriger', exact: true }).click();
  await expect(desk.getByRole('heading', { level: 1 })).toHaveText(right);
  // What one has read is not new, until somebody else does something.
  await desk.goto(`/fr/desk?q=${number}`);
  const link = desk.getByRole('main').getByRole('link', { name: right });
  await expect(link).toHaveAccessibleName(right);
  await page.request.post('/api/trpc/tickets.reply', { data: { json: { number, body: 'Est-ce possible ?' } } });
  await desk.reload();
  await expect(link).toHaveAccessibleName(`${right} (non lue)`);
  await plain.close();

  await page.goto(`/fr/requests/${number}`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(right);
  const history = page.getByRole('listitem').filter({ hasText: 'Demande reclassée' });
  await expect(history).toContainText(wrong);
  await expectAccessible(page, 'a request that was filed anew');
  await customer.close();

  const awake = await browser.newContext();
  const again = await awake.newPage();
  await signIn(again, CAST.theo, { locale: 'en', next: `/en/desk/${number}` });
  const form = again.getByRole('complementary', { name: 'Request' });
  await form.getByText('Correct the subject or the type').click();
  await expectAccessible(again, 'the form of subject and type');
  await form.getByLabel('Subject', { exact: true }).fill(wrong);
  await form.getByRole('button', { name: 'Correct', exact: true }).click();
  await expect(again.getByRole('heading', { level: 1 })).toHaveText(wrong);
  await expectAccessible(again, 'a request was filed anew, with the way back');
  await form.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(again.getByRole('heading', { level: 1 })).toHaveText(right);
  await expect(form.getByText('Undone: the request is filed as before.')).toBeVisible();
  // ⌘K offers what there is to do: there is no answer on its way that could be taken back.
  await expect(again.getByRole('button', { name: 'Shortcuts' })).toContainText('?');
  await expect(again.locator('a[data-palette] kbd')).toHaveText('Ctrl K');
  await again.keyboard.press('Control+k');
  const palette = again.locator('dialog.search-palette');
  await expect(palette.getByRole('option', { name: /Correct the subject or the type/ })).toBeAttached();
  await expect(palette.getByRole('option', { name: /Undo sending/ })).toHaveCount(0);
  await awake.close();
});
