import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { follow } from '../follow-stream.ts';
import { invoke } from '../functions.ts';
import { appeal, erase, edit as revise, type Sent, withdraw } from '../receipt/receipts.ts';
import { asModerator, decide, report, submit, versionOf } from '../requests.ts';
import { withBackend } from '../with-backend.ts';
import { learningSite, withClockInPeriod } from './learning-site.ts';

// Whatever moderators, its author and other readers do to a comment, in any order: what follows from it never fails, and the
// recount finds nothing that it missed.

const backend = withBackend(learningSite);
const clock = withClockInPeriod();

const ARTICLE = 'histoires';
let told = 0;
const send = async (): Promise<Sent> => {
  told += 1;
  const text = `Histoire ${told} : des volets roulants au meilleur tarif, appelez notre équipe de poseurs.`;
  const url = `https://poseurs-${told % 3}.example/`;
  const ip = `192.0.2.${told % 250}`;
  return (await submit(ARTICLE, { author: 'Rénov Façade', text, url }, { ip })).json();
};

type Told = Sent & { undo: string };
const decided =
  (decision: string, more: object = {}) =>
  async (comment: Told) => {
    const { undo } = (await decide(ARTICLE, comment.id, decision, more)).json();
    comment.undo = undo ?? comment.undo;
  };
const retext = async ({ id }: Told) => {
  const body = { version: await versionOf(ARTICLE, id), text: `Un autre texte, ${told}.` };
  return asModerator('edit-comment', { method: 'PATCH', article: ARTICLE, params: { comment: id }, body });
};

const acts: Readonly<Record<string, (comment: Told) => Promise<unknown>>> = {
  approve: decided('approve'),
  show: decided('approve', { page: 'show' }),
  hide: decided('approve', { page: 'hide' }),
  reject: decided('reject', { reason: 'off-topic' }),
  spam: decided('spam'),
  restore: decided('restore'),
  undo: ({ undo }) => asModerator('undo-decisions', { method: 'POST', body: { undo } }),
  retext,
  revise: ({ receipt }) => revise(receipt, `Un texte de son auteur, ${told}.`),
  report: ({ id }) => report(ARTICLE, id, { reason: 'illegal' }),
  appeal: ({ receipt }) => appeal(receipt, 'Relisez, je vous prie.'),
  withdraw: ({ receipt }) => withdraw(receipt),
  erase: ({ receipt }) => erase(receipt),
  follow: async () => expect(await follow(backend)).toEqual([]),
};

test('any history of a comment is followed without a failure, and leaves nothing for the recount', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom(...Object.keys(acts)), { minLength: 1, maxLength: 10 }),
      async (names) => {
        const comment: Told = { ...(await send()), undo: '' };
        for (const name of names) {
          clock.pass(1);
          await acts[name]?.(comment);
        }
        expect(await follow(backend)).toEqual([]);
        const recount = { job: 'reconcile-counts', dryRun: false, since: '2026-01-01' };
        expect(await invoke('reconcile-counts', recount)).toMatchObject({
          ...{ drift: 0, missed: 0, lessons: 0, unsettled: 0, unsealed: 0 },
        });
      },
    ),
    { numRuns: 12 },
  );
});
