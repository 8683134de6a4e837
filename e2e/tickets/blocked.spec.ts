import { expect, test } from '@playwright/test';
import { CAST, newAddress, signIn } from '../fixtures';
import { fillRequest } from './request-form';
import { WORDS } from './words';

test.use({ javaScriptEnabled: false });

const words = WORDS.fr;

test('an administrator blocks a domain: its requests are refused beside the field until it is unblocked', async ({
  page,
  browser,
}) => {
  const domain = `${newAddress('x').split('@')[0]?.replace('.', '-')}.example`;
  await signIn(page, CAST.admin, { next: '/fr/admin/blocked' });
  await page.getByLabel('Adresse ou domaine', { exact: true }).fill('nimporte quoi');
  await page.getByLabel('Raison').fill('Publicité');
  await page.getByRole('button', { name: 'Bloquer', exact: true }).click();
  await expect(page.getByLabel('Adresse ou domaine', { exact: true })).toHaveAccessibleDescription(
    /adresse complète ou un domaine/,
  );
  await page.getByLabel('Adresse ou domaine', { exact: true }).fill(`@${domain}`);
  await page.getByRole('button', { name: 'Bloquer', exact: true }).click();
  await expect(page.getByRole('main').getByRole('status')).toContainText(`${domain} est bloqué`);

  const visitor = await browser.newContext({ javaScriptEnabled: false });
  const sender = await visitor.newPage();
  await sender.goto('/fr/requests/new');
  await fillRequest(sender, words, {
    subject: 'Gagnez un voyage',
    description: 'Cliquez vite, il ne reste que trois places à saisir.',
  });
  await sender.getByLabel(words.visitorName).fill('Un inconnu');
  const email = sender.getByLabel(words.visitorEmail);
  await email.fill(`gagnant@mail.${domain}`);
  await sender.getByRole('button', { name: words.send }).click();
  await expect(email).toHaveAccessibleDescription(/Nous ne prenons pas de demandes de cette adresse/);
  await expect(sender.getByLabel(words.subject, { exact: true })).toHaveValue('Gagnez un voyage');

  await page.getByRole('button', { name: `Débloquer ${domain}` }).click();
  await expect(page.getByRole('main').getByRole('status')).toContainText(`${domain} est débloqué`);
  await sender.getByRole('button', { name: words.send }).click();
  await expect(sender).toHaveURL(/\/requests\/sent$/);
  await visitor.close();
});
