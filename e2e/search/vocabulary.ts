import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import ts from 'typescript';

/** What a property may hold: names of kinds and of sorts of values, as schema.org calls them. */
type Property = { expected: readonly string[]; isSuperseded: boolean };
type Described = { parents: readonly string[]; properties: ReadonlyMap<string, Property> };
/** What a name stands for: other names, and words that stand for a member of it. */
type Meaning = { names: readonly string[]; words: readonly string[] };

export type Vocabulary = {
  isKind: (kind: string) => boolean;
  /** What schema.org says of a property of a kind, its own or of the kinds it is one of. */
  property: (kind: string, name: string) => Property | undefined;
  /** Whether one kind is another, as each Article is a CreativeWork. */
  isA: (kind: string, other: string) => boolean;
  /** The words that stand for the members of an enumeration; none for any other name. */
  membersOf: (enumeration: string) => readonly string[];
};

const definitions = (): ts.SourceFile => {
  const { resolve } = createRequire(import.meta.url);
  const file = resolve('schema-dts').replace(/schema\.js$/, 'schema.d.ts');
  return ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
};

const partsOf = (type: ts.TypeNode): readonly ts.TypeNode[] => (ts.isUnionTypeNode(type) ? type.types : [type]);

const namesIn = (type: ts.TypeNode): string[] =>
  partsOf(type).flatMap((part) => (ts.isTypeReferenceNode(part) ? [part.typeName.getText()] : []));

const wordsIn = (type: ts.TypeNode): string[] =>
  partsOf(type).flatMap((part) =>
    ts.isLiteralTypeNode(part) && ts.isStringLiteral(part.literal) ? [part.literal.text] : [],
  );

const described = (statement: ts.InterfaceDeclaration): Described => ({
  parents: (statement.heritageClauses ?? []).flatMap(({ types }) =>
    types.map(({ expression }) => expression.getText()),
  ),
  properties: new Map(
    statement.members.filter(ts.isPropertySignature).flatMap((member) => {
      // `SchemaValue<Person | Organization, "author">`: what stands first is what schema.org expects.
      const value = member.type && ts.isTypeReferenceNode(member.type) ? member.type.typeArguments?.[0] : undefined;
      if (!value || !ts.isStringLiteral(member.name)) return [];
      const isSuperseded = ts.getJSDocDeprecatedTag(member) !== undefined;
      return [[member.name.text, { expected: namesIn(value), isSuperseded }] as const];
    }),
  ),
});

const kindOf = (statement: ts.InterfaceDeclaration): string | undefined => {
  const type = statement.members.find(
    (member) => member.name && ts.isStringLiteral(member.name) && member.name.text === '@type',
  );
  return type && ts.isPropertySignature(type) && type.type ? wordsIn(type.type)[0] : undefined;
};

/**
 * schema.org's definitions, read from the types that Google makes of them (`schema-dts`): the compiler holds our own code
 * to these, but knows of a page's data only what the code says, not what came out.
 */
export const readVocabulary = (): Vocabulary => {
  const interfaces = new Map<string, Described>();
  const meanings = new Map<string, Meaning>();
  /** The interface that describes each kind. */
  const kinds = new Map<string, string>();
  for (const statement of definitions().statements) {
    if (ts.isInterfaceDeclaration(statement)) {
      interfaces.set(statement.name.text, described(statement));
      const kind = kindOf(statement);
      if (kind) kinds.set(kind, statement.name.text);
    } else if (ts.isTypeAliasDeclaration(statement)) {
      meanings.set(statement.name.text, { names: namesIn(statement.type), words: wordsIn(statement.type) });
    }
  }
  const property = (from: string, name: string): Property | undefined => {
    const found = interfaces.get(from);
    return found?.properties.get(name) ?? found?.parents.map((parent) => property(parent, name)).find(Boolean);
  };
  const reached = new Map<string, ReadonlySet<string>>();
  const reach = (name: string): ReadonlySet<string> => {
    const known = reached.get(name);
    if (known) return known;
    const all = new Set([name]);
    reached.set(name, all);
    for (const next of meanings.get(name)?.names ?? []) for (const each of reach(next)) all.add(each);
    return all;
  };
  return {
    isKind: (kind) => kinds.has(kind),
    property: (kind, name) => property(kinds.get(kind) ?? '', name),
    isA: (kind, other) => reach(other).has(kinds.get(kind) ?? ''),
    membersOf: (enumeration) => meanings.get(enumeration)?.words ?? [],
  };
};
