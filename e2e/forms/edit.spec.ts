import { expect, type Page, test } from '@playwright/test';
import { CAST, signIn } from '../fixtures';
import { openedNumber } from '../tickets/request-form';

// The administration works by plain forms, so it is tried as such; the customer's form, too.
test.use({ javaScriptEnabled: false });

const field = (page: Page, name: string) => page.getByLabel(name, { exact: true });

/** What the page says was done. */
const said = (page: Page) => page.getByRole('main').getByRole('status');

/** A type of its own in the portal of consulting, so that nothing else is disturbed. */
const addType = async (page: Page, name: string): Promise<void> => {
  await page.goto('/fr/admin/types');
  await page.getByRole('region', { name: 'Conseil' }).getByRole('link', { name: 'Ajouter un type' }).click();
  await field(page, 'Nom, en français').fill(name);
  await field(page, 'Quand le choisir, en français').fill('Je cherche une salle.');
  await page.getByRole('button', { name: 'Créer le type' }).click();
  // What is missing is told beside it, and what was written stays.
  await expect(field(page, 'Conseils de rédaction, en français')).toHaveAccessibleDescription(/Remplissez ce champ/);
  await expect(field(page, 'Nom, en français')).toHaveValue(name);
  await field(page, 'Conseils de rédaction, en français').fill('Dites quand et pour combien de personnes.');
  await page.getByRole('button', { name: 'Créer le type' }).click();
  await expect(said(page)).toContainText('Le type est créé');
};

const addField = async (page: Page, label: string, kind: string, need: string, options = ''): Promise<void> => {
  await page.getByText('Ajouter un champ').click();
  const form = page.locator('form').filter({ has: page.getByRole('button', { name: 'Ajouter le champ' }) });
  await form.getByLabel('Intitulé, en français', { exact: true }).fill(label);
  await form.getByLabel('Nature').selectOption(kind);
  await form.getByLabel('Nécessité').selectOption(need);
  await form.getByRole('textbox', { name: /^Choix/ }).fill(options);
  await form.getByRole('button', { name: 'Ajouter le champ' }).click();
  await expect(said(page)).toContainText('C’est enregistré');
};

test('an administrator makes a form, a customer fills it in, and what is in use is not deleted', async ({
  page,
  browser,
}) => {
  const name = `Réserver une salle ${crypto.randomUUID().slice(0, 6)}`;
  await signIn(page, CAST.admin, { next: '/fr/admin/types' });
  await addType(page, name);
  const address = new URL(page.url()).pathname;
  await addField(page, 'Ville', 'Texte court', 'Obligatoire');
  await addField(page, 'Taille', 'Un choix', 'Facultatif', 'Petite | Small\nGrande | Large');
  await page.getByRole('button', { name: 'Monter « Taille »' }).click();
  await expect(page.getByRole('region', { name: 'Les champs du formulaire' }).getByRole('listitem')).toContainText([
    'Taille',
    'Ville',
  ]);

  const noor = await browser.newContext({ javaScriptEnabled: false });
  const customer = await noor.newPage();
  await signIn(customer, CAST.camille, { next: '/fr/requests/new' });
  await customer.getByRole('link', { name }).click();
  await expect(customer.getByRole('heading', { level: 1 })).toHaveText(name);
  await field(customer, 'Sujet').fill('Une salle pour notre assemblée');
  await field(customer, 'Description').fill('Nous serons une quarantaine, un samedi de mars.');
  await customer.getByRole('radio', { name: 'Grande' }).check();
  await customer.getByRole('button', { name: 'Envoyer la demande' }).click();
  await expect(field(customer, 'Ville')).toHaveAccessibleDescription(/Remplissez ce champ/);
  await expect(customer.getByRole('radio', { name: 'Grande' })).toBeChecked();
  await field(customer, 'Ville').fill('Clermont-Ferrand');
  await customer.getByRole('button', { name: 'Envoyer la demande' }).click();
  const number = await openedNumber(customer);
  await expect(customer.getByRole('article', { name: 'Camille Roux' })).toContainText(
    /Taille\s*Grande\s*Ville\s*Clermont/,
  );
  // Its words are found among one's requests, too.
  await customer.goto('/fr/requests?text=Clermont-Ferrand');
  await expect(customer.getByRole('row', { name: `#${number}` })).toBeVisible();
  await noor.close();

  await page.goto(address);
  await page.getByText('Modifier « Ville »').click();
  await expect(page.getByText('Des demandes ont répondu à ce champ').last()).toBeVisible();
  const facts = page.getByRole('region', { name: 'Le type de demande' });
  await facts.getByLabel('En service').uncheck();
  await facts.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(said(page)).toContainText('C’est enregistré');
  await page.goto('/fr/requests/new');
  await expect(page.getByRole('link', { name })).toHaveCount(0);
});
