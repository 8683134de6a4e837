import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { readVocabulary, type Vocabulary } from './vocabulary';

export type Thing = { readonly [field: string]: unknown };

export const isThing = (value: unknown): value is Thing =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Everything in the data that has a kind, at any depth. */
export const thingsIn = (value: unknown): Thing[] => {
  if (Array.isArray(value)) return value.flatMap(thingsIn);
  if (!isThing(value)) return [];
  return [...('@type' in value ? [value] : []), ...Object.values(value).flatMap(thingsIn)];
};

type Node = DefaultTreeAdapterTypes.Node;

const blocksIn = (node: Node): string[] => {
  if (!('childNodes' in node)) return [];
  const isData =
    'attrs' in node && node.attrs.some(({ name, value }) => name === 'type' && value === 'application/ld+json');
  if (isData) return [node.childNodes.map((child) => ('value' in child ? child.value : '')).join('')];
  return node.childNodes.flatMap(blocksIn);
};

/** What a page as it is sent tells programs of itself: they run no scripts of ours. */
export const dataIn = (html: string): Thing[] => blocksIn(parse(html)).map((block) => JSON.parse(block) as Thing);

const kindOf = (thing: Thing): string => String(thing['@type']);

/** How the sorts of values that schema.org knows are written; all else is a kind of thing, or an enumeration. */
const WRITTEN: Readonly<Record<string, (value: unknown) => boolean>> = {
  Text: (value) => typeof value === 'string' && value.trim() !== '',
  URL: (value) => typeof value === 'string' && isAddress(value),
  Date: (value) => typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) && isDay(value),
  DateTime: (value) =>
    typeof value === 'string' &&
    /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)$/.test(value) &&
    isDay(value),
  Time: (value) => typeof value === 'string' && /^\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d)?$/.test(value),
  Duration: (value) =>
    typeof value === 'string' && /^P(?=.)(?:\d+D)?(?:T(?=.)(?:\d+H)?(?:\d+M)?(?:\d+S)?)?$/.test(value),
  Number: (value) => typeof value === 'number' && Number.isFinite(value),
  Integer: (value) => Number.isInteger(value),
  Boolean: (value) => typeof value === 'boolean',
};

const isDay = (value: string): boolean => !Number.isNaN(Date.parse(value));
const isAddress = (value: string): boolean => /^(?:https?|mailto|tel):[^\s]+$/.test(value) && URL.canParse(value);

type Judge = { vocabulary: Vocabulary; known: ReadonlySet<unknown> };

/** An address may stand for the thing it leads to, wherever a thing is expected. */
const fits = (value: unknown, expected: readonly string[], { vocabulary, known }: Judge): boolean => {
  if (isThing(value)) {
    if (!('@type' in value)) return expected.includes('IdReference') && known.has(value['@id']);
    return expected.some((name) => vocabulary.isA(kindOf(value), name));
  }
  return expected.some((name) => {
    if (WRITTEN[name]?.(value)) return true;
    if (typeof value !== 'string' || name in WRITTEN || name === 'IdReference') return false;
    const members = vocabulary.membersOf(name);
    return members.length > 0 ? members.includes(value) : isAddress(value);
  });
};

/** `query-input` tells of a property of an action what one may put in there. */
const ACTION_FIELD = /-(?:input|output)$/;

const propertyOf = (kind: string, field: string, { vocabulary }: Judge) => {
  if (!ACTION_FIELD.test(field)) return vocabulary.property(kind, field);
  const isOfAction = vocabulary.isA(kind, 'Action') && vocabulary.property(kind, field.replace(ACTION_FIELD, ''));
  return isOfAction ? { expected: ['Text', 'PropertyValueSpecification'], isSuperseded: false } : undefined;
};

const mistakesOfField = (kind: string, field: string, value: unknown, judge: Judge): string[] => {
  const property = propertyOf(kind, field, judge);
  if (!property) return [`${kind} has no property ${field}`];
  if (property.isSuperseded) return [`${field} of ${kind} is out of use`];
  return [value]
    .flat()
    .filter((each) => !fits(each, property.expected, judge))
    .map(
      (each) =>
        `${field} of ${kind} expects ${property.expected.join(', ')}, not ${JSON.stringify(each)?.slice(0, 80)}`,
    );
};

const mistakesOfThing = (thing: Thing, judge: Judge): string[] => {
  const kind = kindOf(thing);
  if (!judge.vocabulary.isKind(kind)) return [`schema.org knows no ${kind}`];
  const fields = Object.entries(thing).filter(
    ([field]) => field !== '@context' && field !== '@type' && field !== '@id',
  );
  return fields.flatMap(([field, value]) => mistakesOfField(kind, field, value, judge));
};

/**
 * What Google asks for before it shows a kind, and what it recommends to say besides; of that, all that a help centre has
 * to say (no offers, no interaction counts, no clips). From the pages under
 * https://developers.google.com/search/docs/appearance/structured-data and .../site-names.
 */
const ASKED: Readonly<Record<string, readonly string[]>> = {
  Article: [
    'headline',
    'datePublished',
    'dateModified',
    'author',
    'image',
    'publisher',
    'mainEntityOfPage',
    'inLanguage',
  ],
  BreadcrumbList: ['itemListElement'],
  ListItem: ['position', 'name', 'item'],
  FAQPage: ['mainEntity'],
  Question: ['name', 'acceptedAnswer'],
  Answer: ['text'],
  VideoObject: ['name', 'thumbnailUrl', 'uploadDate', 'description', 'duration'],
  WebSite: ['name', 'url', 'potentialAction', 'publisher'],
  SearchAction: ['target', 'query-input'],
  EntryPoint: ['urlTemplate'],
  Organization: ['name', 'url'],
  Person: ['name'],
  Event: [
    ...['name', 'startDate', 'endDate', 'location', 'description', 'image'],
    ...['eventStatus', 'eventAttendanceMode', 'organizer'],
  ],
  Place: ['name', 'address'],
  VirtualLocation: ['url'],
  ItemList: ['itemListElement'],
  DefinedTermSet: ['name', 'hasDefinedTerm'],
  DefinedTerm: ['name', 'description', 'url'],
};

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);

const missingIn = (thing: Thing, { vocabulary }: Judge): string[] => {
  const kind = kindOf(thing);
  const asked = Object.entries(ASKED).filter(([name]) => vocabulary.isA(kind, name));
  // A kind that nobody thought of may be right by schema.org and of no use to anybody who reads it.
  if (asked.length === 0) return [`nothing is known of what is asked of ${kind}`];
  return asked.flatMap(([, fields]) =>
    fields.filter((field) => isEmpty(thing[field])).map((field) => `${kind} does not say its ${field}`),
  );
};

/** A way has two steps or more, and lists are numbered from one on without gaps. */
const misnumbered = (thing: Thing, { vocabulary }: Judge): string[] => {
  const kind = kindOf(thing);
  if (!vocabulary.isA(kind, 'ItemList')) return [];
  const items = thingsIn(thing.itemListElement).filter((item) => kindOf(item) === 'ListItem');
  const isCounted = items.every(({ position }, index) => position === index + 1);
  return [
    ...(isCounted ? [] : [`${kind} does not count from one`]),
    ...(kind === 'BreadcrumbList' && items.length < 2 ? [`${kind} has one step only`] : []),
  ];
};

/** A video that is neither a file nor a player cannot be shown. */
const unseen = (thing: Thing): string[] =>
  kindOf(thing) === 'VideoObject' && isEmpty(thing.contentUrl) && isEmpty(thing.embedUrl)
    ? ['VideoObject leads to no video']
    : [];

let vocabulary: Vocabulary | undefined;

/**
 * All that is wrong with a page's facts: kinds and properties that schema.org does not know or no longer wants, values
 * it does not expect there, addresses of things that are not told, and what Google asks for and is not said.
 */
export const mistakesOf = (data: Thing): string[] => {
  vocabulary ??= readVocabulary();
  const things = thingsIn(data);
  const judge = { vocabulary, known: new Set(things.flatMap((thing) => ('@id' in thing ? [thing['@id']] : []))) };
  const outside =
    '@graph' in data ? Object.keys(data).filter((field) => field !== '@context' && field !== '@graph') : [];
  return [
    ...(data['@context'] === 'https://schema.org' ? [] : ['the vocabulary is not that of schema.org']),
    ...(things.length === 0 ? ['nothing is told'] : []),
    ...outside.map((field) => `${field} stands beside the graph`),
    ...things.flatMap((thing) => [
      ...mistakesOfThing(thing, judge),
      ...missingIn(thing, judge),
      ...misnumbered(thing, judge),
      ...unseen(thing),
    ]),
  ];
};
