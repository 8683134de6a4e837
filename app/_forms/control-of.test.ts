import { expect, it } from 'vitest';
import { controlOf } from './control-of';

it.each([
  ['change.tags.0', ['act', 'tags'], 'tags'],
  ['change.level', ['act', 'level'], 'level'],
  ['name.fr', ['name.fr', 'name.en'], 'name.fr'],
  ['members', ['member-1'], 'members'],
])('%s in a form of %j is %s', (path, names, control) => {
  expect(controlOf(path, new Set(names))).toBe(control);
});
