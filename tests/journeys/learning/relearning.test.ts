import { DeleteItemCommand } from '@aws-sdk/client-dynamodb';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Ask } from '../call-gateway.ts';
import { deliver, follow, streamOf } from '../follow-stream.ts';
import { invoke } from '../functions.ts';
import { asModerator, decide, report, submit, versionOf } from '../requests.ts';
import { withBackend } from '../with-backend.ts';
import { learningSite, withClockInPeriod } from './learning-site.ts';

const backend = withBackend(learningSite);
const clock = withClockInPeriod();

const ARTICLE = 'volets';
const draft = {
  author: 'Rénov Façade',
  text: 'Votre devis de volets roulants au meilleur tarif, appelez notre équipe de poseurs.',
  url: 'https://poseurs-volets.example/',
};

const edit = async (comment: string) => {
  const version = await versionOf(ARTICLE, comment);
  const body = { version, text: 'Appelez notre équipe de poseurs.' };
  const asked: Ask = { method: 'PATCH', article: ARTICLE, params: { comment }, body };
  expect((await asModerator('edit-comment', asked)).statusCode).toBe(200);
};
const undo = (token: string) => asModerator('undo-decisions', { method: 'POST', body: { undo: token } });

/** @returns what takes the decision back; `show` approves once more, with the author's page */
const decided = async (id: string, act: string): Promise<string> => {
  const [decision = '', more] = act === 'show' ? ['approve', { page: 'show' }] : [act, {}];
  const { results, undo: token } = (await decide(ARTICLE, id, decision, more)).json();
  expect([act, results[0].problem]).toEqual([act, undefined]);
  return token;
};

/** Carries out acts on one comment, one after the other; `report` is a reader's, of an offence. */
const acted = async (acts: string) => {
  const { id } = (await submit(ARTICLE, draft)).json();
  let token = '';
  const others: Readonly<Record<string, () => Promise<unknown>>> = {
    edit: () => edit(id),
    undo: () => undo(token),
    report: () => report(ARTICLE, id, { reason: 'illegal' }),
  };
  for (const act of acts.split(' ')) {
    clock.pass(1);
    const other = others[act];
    if (other) await other();
    else token = await decided(id, act);
  }
  return id as string;
};
const learning = async () => {
  const { decisions, audit, periods } = (await asModerator('read-learning')).json();
  const [{ weights = {} } = {}] = periods;
  return { ...decisions, missed: audit.missed?.all ?? 0, weights: Object.keys(weights).length };
};
const nothing = { spam: 0, ham: 0, missed: 0, weights: 0 };
const asSpam = { spam: 1, ham: 0, missed: 1, weights: expect.any(Number) };
const asHam = { spam: 0, ham: 1, missed: 0, weights: expect.any(Number) };
const recount = (): Promise<Readonly<Record<string, number>>> =>
  invoke('reconcile-counts', { job: 'reconcile-counts', dryRun: false, since: '2026-01-01' });

const histories: readonly (readonly [string, object])[] = [
  ['spam undo', nothing],
  ['spam restore', nothing],
  ['spam edit restore', nothing],
  ['spam reject', nothing],
  ['spam reject restore', nothing],
  ['approve restore', nothing],
  ['approve show', asHam],
  ['approve show restore', nothing],
  ['approve edit restore', nothing],
  ['approve reject restore', nothing],
  ['spam approve', asHam],
  ['approve spam', asSpam],
  ['approve spam restore', nothing],
  ['approve spam undo', asHam],
  ['approve spam undo restore', nothing],
  ['approve reject undo', asHam],
  ['spam restore undo', asSpam],
  ['reject undo spam', asSpam],
  ['spam edit reject spam', asSpam],
  ['approve report approve', asHam],
  ['approve report approve undo', asHam],
  ['approve report approve report approve restore', nothing],
];

test.each(histories)(
  'a site has learned of %s what the last standing decision says',
  async (acts, expected) => {
    await acted(acts);
    expect(await follow(backend)).toEqual([]);
    expect(await learning()).toEqual(expected);
    // Delivered again.
    expect(await follow(backend)).toEqual([]);
    expect(await learning()).toEqual(expected);
    expect(await recount()).toMatchObject({ lessons: 0 });
  },
);

test('decisions that come late, twice and in any order teach at most once, and nothing after the last one', async () => {
  const id = await acted('approve spam undo reject spam restore approve');
  const records = await streamOf(backend);
  const told = records.filter(({ dynamodb }) => new RegExp(`^E#.*#${id}#`).test(dynamodb?.Keys?.sk?.S ?? ''));
  expect(told).toHaveLength(7);
  const last = told.slice(-1);
  await fc.assert(
    fc.asyncProperty(
      fc.shuffledSubarray([...told, ...told], { minLength: 3, maxLength: 14 }),
      async (some) => {
        // As if nothing had been told yet: the memory, and the lessons beside it.
        for (const { pk, sk } of (await backend.dump()).filter(({ pk }) => pk?.S?.startsWith('~M#')))
          await backend.client.send(
            new DeleteItemCommand({ TableName: backend.tableName, Key: { pk, sk } as never }),
          );
        for (const record of some) {
          await deliver([record]);
          const { spam, ham } = await learning();
          expect(spam + ham).toBeLessThanOrEqual(1);
        }
        await Promise.all([deliver(last), deliver(last)]);
        expect(await learning()).toEqual(asHam);
        await deliver(some);
        expect(await learning()).toEqual(asHam);
      },
    ),
    { numRuns: 15, seed: 5 },
  );
});

test('what the stream lost is learned and taken back by the recount, and a record that comes after it says nothing more', async () => {
  const id = await acted('spam restore approve reject');
  expect(await recount()).toMatchObject({ lessons: 0 });
  await decide(ARTICLE, id, 'spam');
  const records = await streamOf(backend);
  expect(await recount()).toMatchObject({ lessons: 5 });
  expect(await learning()).toEqual(asSpam);
  expect(await recount()).toMatchObject({ lessons: 0 });
  await deliver(records.filter(({ dynamodb }) => dynamodb?.Keys?.sk?.S?.includes(id)));
  expect(await learning()).toEqual(asSpam);
});

test('a last decision that the stream lost takes back what an earlier one had taught', async () => {
  const id = await acted('spam');
  await follow(backend);
  await decide(ARTICLE, id, 'restore');
  expect(await learning()).toEqual(asSpam);
  expect(await recount()).toMatchObject({ lessons: 1 });
  expect([await learning(), (await recount()).lessons]).toEqual([nothing, 0]);
});
