import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { StartRefusal } from '../start/fail';

const INSTALLED = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
/** A download that does not come is given up after this time, in milliseconds. */
const DOWNLOAD_PATIENCE = 180_000;

const present = (): string | undefined => {
  const given = process.env.PLAYWRIGHT_CHROMIUM_PATH;
  if (given) {
    if (existsSync(given)) return given;
    throw new StartRefusal(`PLAYWRIGHT_CHROMIUM_PATH: there is no ${given}`);
  }
  return [...INSTALLED, chromium.executablePath()].find((path) => existsSync(path));
};

const attempt = (command: string, ...args: string[]): void => {
  console.log(`  … ${command} ${args.join(' ')}`);
  spawnSync(command, args, {
    stdio: 'inherit',
    timeout: DOWNLOAD_PATIENCE,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
};

/** The browser for the tests: one that is there, else one that is installed now. Refuses in one line when there is no way. */
export const findChromium = (): string => {
  const found = present();
  if (found) return found;
  const superUser = process.getuid?.() === 0;
  attempt('npx', 'playwright', 'install', ...(superUser ? ['--with-deps'] : []), 'chromium');
  if (!present() && superUser) {
    attempt('apt-get', 'update');
    attempt('apt-get', 'install', '--yes', '--no-install-recommends', 'chromium');
  }
  const installed = present();
  if (installed) return installed;
  throw new StartRefusal(
    'No Chromium for the browser tests: install one and set PLAYWRIGHT_CHROMIUM_PATH to its path.',
  );
};
