import { generateDotpkg, runMain } from 'contentlayer2/core';
import contentlayer from '@/contentlayer.config';
import { outputFolder } from './folders';
import { READERS } from './generated';

/**
 * Runs Contentlayer over the content folder, into the output folder. Unchanged files come from its own cache. Ends the process when Contentlayer cannot go on.
 */
export const generate = async (): Promise<void> => {
  const source = await contentlayer(undefined);
  const config = { source, esbuildHash: READERS, filePath: 'contentlayer.config.ts' };
  const run = runMain({ tracingServiceName: 'guichet-content', verbose: false, customCwd: outputFolder() as never });
  await run(generateDotpkg({ config: config as never, verbose: false }));
};
