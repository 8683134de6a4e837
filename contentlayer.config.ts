import { defineDocumentType, makeSource } from 'contentlayer2/source-files';
import { contentFolder } from './server/kernel/content/folders';
import { placeOf } from './server/kernel/content/place';

const text = { type: 'string', required: true } as const;
const maybeText = { type: 'string' } as const;
const maybeNumber = { type: 'number' } as const;
const number = { type: 'number', required: true } as const;
const texts = { type: 'list', of: { type: 'string' } } as const;
const numbers = { type: 'list', of: { type: 'number' } } as const;

/** What Contentlayer hands to a computed field: the parts ours read. */
type Raw = { _raw: { sourceFilePath: string } };

/** The path says the language and the address of a file; front matter never repeats them. */
const placed = {
  locale: { type: 'string', resolve: (document: Raw) => placeOf(document._raw.sourceFilePath)?.locale },
  slug: { type: 'string', resolve: (document: Raw) => placeOf(document._raw.sourceFilePath)?.slug },
  folder: { type: 'string', resolve: (document: Raw) => placeOf(document._raw.sourceFilePath)?.folder },
} as const;

const Collection = defineDocumentType(() => ({
  name: 'Collection',
  filePathPattern: '{fr,en}/articles/*/_collection.yml',
  contentType: 'data',
  fields: {
    key: text,
    title: text,
    description: text,
    icon: text,
    order: number,
    sections: { type: 'json', required: true },
    reviewEvery: maybeNumber,
  },
  computedFields: placed,
}));

const Article = defineDocumentType(() => ({
  name: 'Article',
  filePathPattern: '{fr,en}/articles/*/!(_)*.{md,mdx}',
  contentType: 'markdown',
  fields: {
    key: text,
    title: text,
    lead: text,
    section: text,
    order: number,
    author: text,
    authorEmail: maybeText,
    publishedOn: text,
    changedOn: text,
    reviewedOn: text,
    reviewEvery: maybeNumber,
    audience: maybeText,
    comments: { type: 'boolean' },
    keywords: texts,
    related: texts,
    redirectsFrom: texts,
  },
  computedFields: placed,
}));

const FaqCategory = defineDocumentType(() => ({
  name: 'FaqCategory',
  filePathPattern: '{fr,en}/faq/*/_category.yml',
  contentType: 'data',
  fields: { key: text, title: text, order: number },
  computedFields: placed,
}));

const FaqQuestion = defineDocumentType(() => ({
  name: 'FaqQuestion',
  filePathPattern: '{fr,en}/faq/*/!(_)*.{md,mdx}',
  contentType: 'markdown',
  fields: { key: text, question: text, order: number, audience: maybeText },
  computedFields: placed,
}));

const ReleaseNote = defineDocumentType(() => ({
  name: 'ReleaseNote',
  filePathPattern: '{fr,en}/news/!(_)*.{md,mdx}',
  contentType: 'markdown',
  fields: {
    key: text,
    title: text,
    date: text,
    version: text,
    kind: text,
    summary: text,
    themes: texts,
    requests: numbers,
    ideas: numbers,
    audience: maybeText,
    picture: maybeText,
    pictureAlt: maybeText,
  },
  computedFields: placed,
}));

const Event = defineDocumentType(() => ({
  name: 'Event',
  filePathPattern: '{fr,en}/events/!(_)*.{md,mdx}',
  contentType: 'markdown',
  fields: {
    key: text,
    title: text,
    kind: text,
    startsAt: text,
    endsAt: text,
    timeZone: text,
    place: text,
    link: maybeText,
    registrationLink: maybeText,
    summary: text,
    speaker: maybeText,
    audience: maybeText,
  },
  computedFields: placed,
}));

const Resource = defineDocumentType(() => ({
  name: 'Resource',
  filePathPattern: '{fr,en}/resources/!(_)*.{md,mdx}',
  contentType: 'markdown',
  fields: {
    key: text,
    title: text,
    kind: text,
    summary: text,
    date: text,
    author: maybeText,
    themes: texts,
    audience: maybeText,
    file: maybeText,
    video: maybeText,
    subtitles: maybeText,
    duration: maybeText,
    cover: maybeText,
    coverAlt: maybeText,
  },
  computedFields: placed,
}));

const GlossaryTerm = defineDocumentType(() => ({
  name: 'GlossaryTerm',
  filePathPattern: '{fr,en}/glossary/!(_)*.{md,mdx}',
  contentType: 'markdown',
  fields: { key: text, term: text, aliases: texts, definition: text },
  computedFields: placed,
}));

/**
 * Contentlayer finds the files, checks their fields and keeps what has not changed. Bodies are compiled after it, one at a
 * time and only where they changed (`server/kernel/content/texts.ts`): all trees at once took 3.9 GB for 10,000 articles.
 * What is wrong in a file is reported by our own inspection, with its line; Contentlayer leaves the file out.
 */
export default makeSource(() => ({
  contentDirPath: contentFolder(),
  contentDirExclude: ['media/**', 'node_modules/**'],
  documentTypes: [Collection, Article, FaqCategory, FaqQuestion, ReleaseNote, Event, Resource, GlossaryTerm],
  disableImportAliasWarning: true,
  onUnknownDocuments: 'skip-ignore',
  onExtraFieldData: 'ignore',
  onMissingOrIncompatibleData: 'skip-ignore',
  markdown: (builder) => {
    builder.use(function leaveBodyAlone() {
      this.parser = () => ({ type: 'root', children: [] });
      this.compiler = () => '';
    });
  },
}));
