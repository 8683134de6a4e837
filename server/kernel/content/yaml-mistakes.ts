import { type Document, visit, type YAMLError } from 'yaml';

/** What the parser says, without its own place, which counts from the front matter on; the commonest mistake in plain words. */
const wordsOf = ({ code, message }: YAMLError): string =>
  code === 'BLOCK_AS_IMPLICIT_KEY'
    ? 'a text with a colon in it stands in quotes'
    : message.replace(/ at line \d+, column \d+:?\n[\s\S]*$/, '');

/** What is wrong with a YAML document before one knows what it should hold, and at which character. */
export const yamlMistakes = (document: Document.Parsed): { offset: number; message: string }[] => {
  const mistakes = document.errors.map((error) => ({ offset: error.pos[0], message: wordsOf(error) }));
  // `*word` stands for what was written elsewhere as `&word`: nobody here means that, and reading one that is nowhere throws.
  visit(document, {
    Alias: (_, alias) => {
      mistakes.push({ offset: alias.range?.[0] ?? 0, message: 'a text that begins with * stands in quotes' });
    },
  });
  return mistakes;
};
