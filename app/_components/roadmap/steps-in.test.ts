import { expect, it } from 'vitest';
import { carriedBy } from '@/app/_forms/use-form-action';
import { type EditedStep, stepFields, stepsIn } from './steps-in';

const STEPS: EditedStep[] = [
  { id: 'a', title: { fr: 'Maquettes', en: 'Mock-ups' }, done: true },
  { title: { fr: 'Premiers essais', en: '' }, done: false },
];

it('reads the steps that a form holds, however it came back, but for empty rows', () => {
  const form = new FormData();
  for (const [name, value] of Object.entries(stepFields([...STEPS, { title: { fr: ' ' }, done: true }]))) {
    form.set(name, value);
  }
  expect(stepsIn(carriedBy(form).values)).toEqual(STEPS);
  expect(stepsIn({})).toEqual([]);
});
