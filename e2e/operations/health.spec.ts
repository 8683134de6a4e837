import { expect, test } from '@playwright/test';

test('the process says that it lives and that what it needs is there', async ({ request }) => {
  const alive = await request.get('/healthz');
  expect(alive.status()).toBe(200);
  const ready = await request.get('/readyz');
  expect(await ready.json()).toEqual({ ready: true, database: true, worker: true, content: true });
  expect(ready.status()).toBe(200);
});

test('the bare address leads to French', async ({ page }) => {
  await page.goto('/');
  await expect(page).toHaveURL('/fr');
  await expect(page.locator('html')).toHaveAttribute('lang', 'fr');
});
