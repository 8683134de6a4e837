import type { Root } from 'hast';
import { type Components, toJsxRuntime } from 'hast-util-to-jsx-runtime';
import { Fragment, jsx, jsxs } from 'react/jsx-runtime';
import { TermPart } from '@/app/_components/resources/term';
import { AccordionPart, CalloutPart, CardPart, CardsPart, KeyPart, StepPart, StepsPart } from './body-blocks';
import { FileLinkPart } from './body-file';
import {
  CodePart,
  HeadingFour,
  HeadingThree,
  HeadingTwo,
  HeadPart,
  InnerHeading,
  LinkPart,
  PicturePart,
  TablePart,
} from './body-prose';
import { ScreenshotPart, ZoomedPicture } from './body-screenshot';
import { TabsPart } from './body-tabs';
import { VideoPart } from './body-video';
import { zoomable } from './zoomable';

/** What each element of a body becomes; the names with `mdx-` are the components of `server/kernel/content/components.ts`. */
const PARTS = {
  h2: HeadingTwo,
  h3: HeadingThree,
  h4: HeadingFour,
  a: LinkPart,
  img: PicturePart,
  pre: CodePart,
  table: TablePart,
  th: HeadPart,
  'mdx-accordion': AccordionPart,
  'mdx-callout': CalloutPart,
  'mdx-card': CardPart,
  'mdx-cards': CardsPart,
  'mdx-filelink': FileLinkPart,
  'mdx-key': KeyPart,
  'mdx-picture': ZoomedPicture,
  'mdx-screenshot': ScreenshotPart,
  'mdx-step': StepPart,
  'mdx-steps': StepsPart,
  'mdx-tabs': TabsPart,
  'mdx-term': TermPart,
  'mdx-video': VideoPart,
};

/** Where several bodies share a page their headings have no address of their own, and stand below that of the whole. */
const INNER_PARTS = { ...PARTS, h2: InnerHeading, h3: InnerHeading, h4: InnerHeading };

/** The body of an article, note or answer. Its tree is data, so nothing an editor wrote runs here. */
export const Body = ({ tree, inner = false }: { tree: Root; inner?: boolean }) =>
  toJsxRuntime(zoomable(tree), {
    Fragment,
    jsx,
    jsxs,
    components: (inner ? INNER_PARTS : PARTS) as unknown as Components,
  });
