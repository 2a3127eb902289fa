import { expect, test } from '@jest/globals';
import { asModerator, decide, list, pending, submit } from '../requests.ts';
import { withBackend } from '../with-backend.ts';

withBackend();
const draft = { author: 'Camille', text: 'Merci pour cet article, je prends ce train tous les matins.' };

test('a first comment waits, is approved, shows, and can be taken back', async () => {
  const answer = await submit('gare', draft);
  expect(answer.statusCode).toBe(202);
  const { id, status, receipt, visitor, links } = answer.json();
  expect({ status, location: answer.headers.location }).toEqual({
    status: 'pending',
    location: links.receipt,
  });
  expect([receipt, visitor].every((token) => token.length > 40)).toBe(true);
  expect((await list('gare')).json().comments).toEqual([]);

  const [waiting] = await pending();
  expect(waiting).toMatchObject({ id, article: { id: 'gare' }, author: { name: 'Camille' } });
  expect(waiting.verdict.findings.map(({ check }: any) => check)).toEqual(['first-comment']);
  const whole = await asModerator('list-queue', { params: { queue: 'pending' }, query: 'verdict=full' });
  expect(whole.json().comments[0].verdict.findings.length).toBeGreaterThan(10);

  const decided = (await decide('gare', id, 'approve')).json();
  expect(decided.results).toEqual([{ article: 'gare', comment: id, status: 'approved', version: 2 }]);
  expect((await list('gare')).json().comments).toMatchObject([{ id, author: 'Camille', text: draft.text }]);

  const undone = (
    await asModerator('undo-decisions', { method: 'POST', body: { undo: decided.undo } })
  ).json();
  expect(undone.results).toMatchObject([{ comment: id, status: 'pending', version: 3 }]);
  expect((await list('gare')).json().comments).toEqual([]);
});
