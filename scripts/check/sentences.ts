import { readFile } from 'node:fs/promises';
import glob from 'fast-glob';
import ts from 'typescript';
import type { Finding } from './finding';

const SOURCES = ['{app,domain,front,reading,server,widget}/**/*.{ts,tsx}'];
const LEFT_OUT = ['**/*.test.{ts,tsx}', '**/{testing,*-testing}.ts', '**/fixtures/**', '**/build.ts'];
/** Told to whoever runs the server, in English, never to a visitor; and lists of words that are data. */
const NO_VISITOR_TEXT = [
  'server/kernel/{settings,env,own-secrets}.ts',
  'server/kernel/content/**',
  'front/admission.ts',
  'domain/search/words.ts',
  'domain/tickets/subjects.ts',
  // The name and address of the demo's company: data, until an administrator writes others.
  'domain/settings/brand.ts',
  'app/\\[locale\\]/dev/gallery/**',
];

/** Little words that make a row of words a sentence in either language. */
const LITTLE =
  /(?:^|[\s’'(«])(?:the|is|are|was|you|your|this|that|with|for|not|and|of|to|please|has|have|le|la|les|un|une|des|du|de|est|sont|vous|votre|vos|pas|pour|avec|et|cette|ce|dans|sur|aucun|aucune)(?=[\s.,!?…’')»]|$)/i;
const ACCENTED = /[àâçéèêëîïôùûœÀÂÇÉÈÊÎÔÙÛŒ«»]/;
const WORD = /\p{L}{2,}/gu;

/** A language is named in itself, whatever the language of the page. */
const OWN_NAMES = new Set(['Français', 'English']);

const wordsIn = (text: string): number => text.match(WORD)?.length ?? 0;

/** A text a person would read: French letters, or three words and a little one among them, or ending like a sentence. */
export const readsAsSentence = (text: string): boolean => {
  if (OWN_NAMES.has(text)) return false;
  const words = wordsIn(text);
  if (words < 2) return words === 1 && ACCENTED.test(text) && /^\p{Lu}/u.test(text);
  if (!/\s/.test(text.trim())) return false;
  return ACCENTED.test(text) || (words >= 3 && LITTLE.test(text)) || /^\p{Lu}\p{L}+ .*[.!?…]$/u.test(text);
};

const SILENT_CALLS = /^(?:hashPassword|log\.\w+|console\.\w+|invariant|assert|sql|z\.\w+|log|step)$/;

/** Errors and log lines are for developers; imports, types and attributes that style or identify are no text at all. */
const isSilent = (node: ts.Node): boolean => {
  const parent = node.parent;
  if (!parent) return false;
  if (ts.isImportDeclaration(parent) || ts.isExportDeclaration(parent) || ts.isLiteralTypeNode(parent)) return true;
  if (ts.isTaggedTemplateExpression(parent)) return true;
  if (ts.isNewExpression(parent) && /Error$/.test(parent.expression.getText())) return true;
  if (ts.isCallExpression(parent) && SILENT_CALLS.test(parent.expression.getText())) return true;
  if (
    ts.isJsxAttribute(parent) &&
    /^(?:className|class|style|sizes|d|viewBox|allow|rel|media)$/.test(parent.name.getText())
  )
    return true;
  if (ts.isPropertyAssignment(parent) && /^(?:className|sizes|accept)$/.test(parent.name.getText())) return true;
  if (ts.isStatement(node) || ts.isJsxElement(node) || ts.isFunctionLike(node)) return false;
  return isSilent(parent);
};

const textOf = (node: ts.Node): string | undefined => {
  if (ts.isJsxText(node)) return node.text.trim();
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return node.text;
  if (ts.isTemplateExpression(node))
    return [node.head.text, ...node.templateSpans.map((span) => span.literal.text)].join(' x ');
  return undefined;
};

const isClassList = (text: string): boolean =>
  text.split(/\s+/).some((word) => /^[a-z-]+:|-\[|^-?[a-z]+-\d/.test(word));

const offends = (node: ts.Node, text: string): boolean => {
  // Between tags any word is read by a visitor.
  if (ts.isJsxText(node)) return wordsIn(text) > 0;
  return !isClassList(text) && readsAsSentence(text) && !isSilent(node);
};

const inFile = async (file: string): Promise<Finding[]> => {
  const source = ts.createSourceFile(file, await readFile(file, 'utf8'), ts.ScriptTarget.Latest, true);
  const findings: Finding[] = [];
  const visit = (node: ts.Node): void => {
    const text = textOf(node);
    if (text !== undefined && offends(node, text)) {
      const { line } = source.getLineAndCharacterOfPosition(node.getStart(source));
      findings.push({ where: `${file}:${line + 1}`, what: `a sentence in code: ${text.slice(0, 60)}` });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return findings;
};

/** What a visitor reads stands in `messages/`, never in code. */
export const checkSentences = async (): Promise<Finding[]> => {
  const files = await glob(SOURCES, { ignore: [...LEFT_OUT, ...NO_VISITOR_TEXT] });
  return (await Promise.all(files.sort().map(inFile))).flat();
};
