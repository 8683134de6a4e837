import { tagPage } from './tag-page';

/**
 * Says what the page around it depends on, to Next and to the front, which takes the element out again and renews the page
 * when one of these documents changes, and not with every other document. For pages of which there are thousands.
 */
export const PageTags = async ({ tags }: { tags: readonly string[] }) => {
  await tagPage(...tags);
  return <meta name="guichet-depends" content={tags.join(' ')} />;
};
