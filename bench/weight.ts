import { existsSync } from 'node:fs';
import { request } from 'node:http';
import { chromium } from '@playwright/test';

export type Fetched = { status: number; body: Buffer; type: string };

/** The bytes as they travel, gzip-encoded and not decoded. */
export const fetchEncoded = (url: string, method = 'GET'): Promise<Fetched> =>
  new Promise((done, fail) => {
    const asked = request(url, { method, headers: { 'accept-encoding': 'gzip' } }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', fail);
      response.on('end', () => {
        const type = response.headers['content-type'] ?? '';
        done({ status: response.statusCode ?? 0, body: Buffer.concat(chunks), type });
      });
    });
    asked.on('error', fail);
    asked.end();
  });

export type Weight = { status: number; html: number; js: number };

/** Compressed bytes of a page's HTML and of all the scripts it names. */
export const weighPage = async (origin: string, path: string): Promise<Weight> => {
  const page = await fetchEncoded(`${origin}${path}`);
  const text = await (await fetch(`${origin}${path}`)).text();
  let js = 0;
  for (const [, src] of text.matchAll(/<script[^>]+src="([^"]+)"/g)) {
    // Browsers of the last eight years leave `nomodule` scripts where they are; they are counted all the same.
    js += (await fetchEncoded(new URL(src?.replaceAll('&amp;', '&') ?? '', origin).href)).body.length;
  }
  return { status: page.status, html: page.body.length, js };
};

/** `blocked`: time beyond 50 ms that tasks kept the page from answering, in ms. */
export type Visit = { bytes: number; shift: number; blocked: number; errors: readonly string[] };

const CHROMIUM = process.env.PLAYWRIGHT_CHROMIUM_PATH ?? '/usr/bin/chromium';

/** A first visit in a browser: all that travels, the layout shift until the page is idle, and what went wrong. */
export const visit = async (url: string): Promise<Visit> => {
  const browser = await chromium.launch({
    ...(existsSync(CHROMIUM) ? { executablePath: CHROMIUM } : {}),
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  try {
    const page = await browser.newPage({ viewport: { width: 412, height: 823 } });
    const errors: string[] = [];
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
    page.on('pageerror', (error) => errors.push(error.message));
    const network = await page.context().newCDPSession(page);
    await network.send('Network.enable');
    let bytes = 0;
    network.on('Network.loadingFinished', ({ encodedDataLength }) => {
      bytes += encodedDataLength;
    });
    await page.addInitScript(() => {
      const shifts = globalThis as typeof globalThis & { layoutShift?: number; blocked?: number };
      shifts.layoutShift = 0;
      shifts.blocked = 0;
      new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) shifts.blocked = (shifts.blocked ?? 0) + duration - 50;
      }).observe({ type: 'longtask', buffered: true });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[]) {
          shifts.layoutShift = (shifts.layoutShift ?? 0) + entry.value;
        }
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await page.goto(url, { waitUntil: 'networkidle' });
    const seen = await page.evaluate(() => {
      const { layoutShift, blocked } = globalThis as typeof globalThis & { layoutShift?: number; blocked?: number };
      return { shift: layoutShift ?? Number.NaN, blocked: blocked ?? Number.NaN };
    });
    return { bytes, ...seen, errors };
  } finally {
    await browser.close();
  }
};
