import { expect, type Page, test } from '@playwright/test';
import { leaveDatabase, makePerson } from '../database';
import { CAST, expectAccessible, expectAwake, signIn } from '../fixtures';
import { WORDS } from './words';

const SUBJECT = 'Trier la liste des adhérents par date d’arrivée';
const main = (page: Page) => page.getByRole('main');

test.afterAll(leaveDatabase);

test('whoever is put in copy sees the one request, marked as unread, and sees it no more once they leave', async ({
  page,
  browser,
}) => {
  // Camille's organisation shares its requests with managers alone, and Noor is none.
  await signIn(page, CAST.camille, { next: '/fr/requests' });
  await main(page).getByRole('link', { name: SUBJECT }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(SUBJECT);
  const number = Number(new URL(page.url()).pathname.split('/').at(-1));
  const colleague = await (await browser.newContext()).newPage();
  await signIn(colleague, CAST.noor);
  expect((await colleague.goto(`/fr/requests/${number}`))?.status()).toBe(404);

  const takeOut = main(page).getByRole('button', { name: 'Retirer Noor Benali de la copie' });
  const putInCopy = async () => {
    await main(page).getByText('Mettre quelqu’un en copie').click();
    await main(page).getByLabel('Un membre de l’organisation').selectOption('Noor Benali');
    await main(page).getByRole('button', { name: 'Mettre en copie' }).click();
    await expect(takeOut).toBeVisible();
  };
  await putInCopy();

  await colleague.goto('/fr/requests?scope=followed');
  await expectAccessible(colleague, 'in copy');
  await main(colleague)
    .getByRole('link', { name: `${SUBJECT} (non lue)` })
    .click();
  await expect(colleague.getByRole('heading', { level: 1 })).toHaveText(SUBJECT);
  // It is not theirs, and says so of itself.
  await expect(main(colleague)).toContainText('Les responsables du produit examinent cette demande.');
  await expect(main(colleague)).not.toContainText(/votre demande/i);
  // They read and answer; what becomes of the request is for others to say.
  await expect(main(colleague).getByRole('button', { name: WORDS.fr.resolve })).toHaveCount(0);
  await colleague.goto('/fr/requests?scope=followed');
  await expect(main(colleague).getByRole('link', { name: SUBJECT, exact: true })).toBeVisible();

  // Another house never finds it.
  const stranger = await (await browser.newContext()).newPage();
  await signIn(stranger, CAST.sylvie);
  expect((await stranger.goto(`/fr/requests/${number}`))?.status()).toBe(404);

  // Taken out while they read, they are told at once, and what they had begun to write stays in sight.
  await colleague.goto(`/fr/requests/${number}`);
  const words = main(colleague).getByLabel(WORDS.fr.reply);
  await words.fill('Chez nous aussi.');
  await takeOut.click();
  await expect(main(colleague).getByText('Cette demande n’est plus partagée avec vous')).toBeVisible();
  await expect(words).toHaveValue('Chez nous aussi.');
  await expectAccessible(colleague, 'no longer shared');
  expect((await colleague.goto(`/fr/requests/${number}`))?.status()).toBe(404);

  await putInCopy();
  await colleague.goto(`/fr/requests/${number}`);
  await main(colleague).getByRole('button', { name: 'Quitter' }).click();
  await expect(main(colleague)).toContainText(`Vous n’êtes plus en copie de la demande n° ${number}`);
  expect((await colleague.goto(`/fr/requests/${number}`))?.status()).toBe(404);
});

test('an agent puts somebody in copy, and what is chosen in other forms of the page stays', async ({
  page,
  browser,
}) => {
  const customer = await (await browser.newContext()).newPage();
  const { email } = await makePerson('Rose Garcin');
  await signIn(customer, email);
  const request = {
    typeKey: 'question',
    subject: 'Qui voit nos adhérents ?',
    description: 'Nous aimerions le savoir.',
  };
  const opened = await customer.request.post('/api/trpc/tickets.open', { data: { json: request } });
  const { number } = (await opened.json()).result.data.json;
  await signIn(page, CAST.theo, { next: `/fr/desk/${number}` });
  await expectAwake(page);
  const status = main(page).getByLabel('Changer le statut');
  await status.selectOption('in_review');
  const address = `copie.${crypto.randomUUID().slice(0, 8)}@associations.test`;
  await main(page).getByText('Mettre quelqu’un en copie').click();
  await main(page).getByLabel('Adresses e-mail en copie').fill(address);
  await main(page).getByRole('button', { name: 'Mettre en copie' }).click();
  await expect(main(page).getByText(address).first()).toBeVisible();
  await expect(status).toHaveValue('in_review');
});
