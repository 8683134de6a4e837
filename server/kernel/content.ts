// The one way into published content: whoever reads says for whom, and is given what that reader may see.
export { alternates, publicEntryAt, redirectOf } from './content/addresses';
export {
  article,
  articleByKey,
  type CollectionPage,
  collection,
  collections,
  neighbours,
  relatedArticles,
  shelfOf,
} from './content/articles';
export type { Heading } from './content/body';
export { contentIsCurrent, isComing } from './content/currency';
export { editSource } from './content/edit';
export { everyEntry, hasContent, published, type SearchableEntry, standsIn } from './content/everything';
export { media, mediaFile } from './content/media-files';
export { events, releaseNote, releaseNotes } from './content/news';
export { pathOf } from './content/paths';
export { type FaqCategory, faq } from './content/questions';
export { ANONYMOUS, type Audiences, bodyOf, type WithBody } from './content/reading';
export { hasReserved, hasReservedBeside, hasReservedQuestions } from './content/reserved';
export { glossary, glossarySize, glossaryTerm, resource, resources } from './content/resources';
export type {
  ArticleEntry,
  CollectionEntry,
  EventEntry,
  GlossaryTermEntry,
  ReleaseNoteEntry,
  ResourceEntry,
} from './content/snapshot';
export { CONTENT_TAG, entryTag, listTag } from './content/tags';
