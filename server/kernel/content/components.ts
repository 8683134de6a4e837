/** Per attribute: must be there, may say anything, or must be one of these. */
type AttributeRule = 'required' | 'any' | readonly string[];

/** The components an editor may use in a body, with their attributes. `app/_components/articles` draws them. */
export const COMPONENTS = {
  Callout: { kind: ['info', 'tip', 'warning', 'danger'], title: 'any' },
  Steps: {},
  Step: { title: 'required' },
  Accordion: { title: 'required' },
  Tabs: {},
  Tab: { title: 'required' },
  Screenshot: { src: 'required', alt: 'required', caption: 'any' },
  Key: {},
  Cards: {},
  Card: { href: 'required', title: 'required' },
  FileLink: { href: 'required', title: 'required' },
  Video: { src: 'required', title: 'required', poster: 'any', subtitles: 'any', caption: 'any' },
} as const satisfies Record<string, Record<string, AttributeRule>>;

export type ComponentName = keyof typeof COMPONENTS;

/** Whether a name in a body is one of our components. */
export const isComponentName = (name: string): name is ComponentName => Object.hasOwn(COMPONENTS, name);
