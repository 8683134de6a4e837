import { UnrecognizedActionError } from 'next/dist/client/components/unrecognized-action-error';
import { redirect } from 'next/navigation';
import { describe, expect, it } from 'vitest';
import { type FormState, untouched } from './state';
import { carriedBy, surviving } from './use-form-action';

const FILE = { id: 'f1', claim: 'secret', name: 'bilan.png', bytes: 12, mediaType: 'image/png' };
const OWN = { ...FILE, id: 'f2', name: 'releve.pdf' };

const written = (): FormData => {
  const form = new FormData();
  form.set('$ACTION_KEY', 'k1');
  form.set('subject', 'Le bilan est vide');
  form.append('copyIds', 'a');
  form.append('copyIds', 'b');
  form.set('attachment', JSON.stringify(FILE));
  form.set('answers.proof.attachment', JSON.stringify(OWN));
  return form;
};

const failing = (error: unknown, isKept = false) =>
  surviving((): Promise<FormState> => Promise.reject(error), isKept)({ ...untouched(), turn: 3 }, written());

describe('a form that gets no answer', () => {
  it('comes back with all that was written and attached', async () => {
    expect(carriedBy(written())).toEqual({
      values: { subject: 'Le bilan est vide', copyIds: 'a,b', 'answers.proof': 'f2' },
      files: [FILE, OWN],
    });
    expect(await failing(new TypeError('Failed to fetch'))).toMatchObject({
      turn: 4,
      outcome: 'refused',
      problem: { key: 'errors.notReached' },
      values: { subject: 'Le bilan est vide' },
      files: [FILE, OWN],
    });
  });

  it('says that it is our fault where it is', async () => {
    const fault = Object.assign(new Error('hidden'), { digest: '1234' });
    expect(await failing(fault)).toMatchObject({ problem: { key: 'errors.sendFailed' } });
  });

  it('says what becomes of what was written where the page must be loaded again', async () => {
    const gone = new UnrecognizedActionError('gone');
    expect(await failing(gone, true)).toMatchObject({ problem: { key: 'errors.pageOutdated' } });
    expect(await failing(gone)).toMatchObject({ problem: { key: 'errors.pageReplaced' } });
  });

  it('leaves the ways of the framework alone', async () => {
    const leading = surviving((): Promise<FormState> => redirect('/fr/requests/7'));
    await expect(leading(untouched(), written())).rejects.toThrow('NEXT_REDIRECT');
  });

  it('answers what the action answers', async () => {
    const state = { ...untouched(), turn: 1, outcome: 'done' as const };
    expect(await surviving(() => Promise.resolve(state))(untouched(), written())).toBe(state);
  });
});
