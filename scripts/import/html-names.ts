/** Every element that HTML has or had, in one line each for what is done today, what forms bring and what is out of use. */
const NAMES = `
  a abbr address area article aside audio b base bdi bdo blockquote body br button canvas caption cite code col colgroup
  data datalist dd del details dfn dialog div dl dt em embed fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6
  head header hgroup hr html i iframe img input ins kbd label legend li link main map mark math menu meta meter nav
  noscript object ol optgroup option output p param picture pre progress q rp rt ruby s samp script search section
  select slot small source span strong style sub summary sup svg table tbody td template textarea tfoot th thead time
  title tr track u ul var video wbr
  acronym applet basefont bgsound big blink center command content dir element font frame frameset image isindex keygen
  listing marquee menuitem multicol nextid nobr noembed noframes plaintext rb rbc rtc shadow spacer strike tt xmp
`;

/** Names that browsers know as elements, in small letters. */
export const HTML_NAMES: ReadonlySet<string> = new Set(NAMES.trim().split(/\s+/));

/** Components of other sites that are blocks of ours, so that they end the line they stand in. */
export const BLOCK_COMPONENTS: ReadonlySet<string> = new Set([
  ...['Admonition', 'Aside', 'Callout', 'Note', 'Tip', 'Info', 'Warning', 'Caution', 'Danger', 'Check'],
  ...['Details', 'Accordion', 'DetailedExplanation', 'Expandable', 'Tabs', 'TabItem', 'Tab', 'TabPanel', 'CodeGroup'],
  ...['Steps', 'Step', 'CodeBlock', 'ThemedImage', 'ReactPlayer', 'Youtube', 'YouTube', 'LiteYouTubeEmbed'],
  ...['CardGrid', 'CardGroup', 'Cards', 'Card', 'LinkCard', 'Columns', 'Column', 'Fragment', 'Head'],
]);
