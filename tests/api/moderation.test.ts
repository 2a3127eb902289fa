import { expect, test } from '@jest/globals';
import * as changeArticle from '../../src/api/moderators/change-article.ts';
import * as decideComments from '../../src/api/moderators/decide-comments.ts';
import * as undoDecisions from '../../src/api/moderators/undo-decisions.ts';
import { readOrRefuse } from '../../src/api/read-or-refuse.ts';
import { fieldsOf } from './refused.ts';

const decision = { article: 'a', comment: '01KJVN6A2HWZ3K0V5YB6Q8R9TD', version: 1, decision: 'approve' };
const decisions = (...all: readonly unknown[]) =>
  readOrRefuse(decideComments.body(), { decisions: all }).decisions;

const rejecting = { decision: 'reject', reason: 'off-topic' };

test('reads one decision and a hundred, with canonical articles', () => {
  expect(
    decisions({ ...decision, ...rejecting, article: 'http://a.fr', version: 2, note: 'x\r\ny' }),
  ).toEqual([{ ...decision, ...rejecting, article: 'https://a.fr/', version: 2, note: 'x\ny' }]);
  expect(decisions(...Array(100).fill(decision))).toHaveLength(100);
});

test.each([
  ['decision', 'delete'],
  ['version', '2'],
  ['version', -1],
  ['version', undefined],
  ['reason', 'off-topic'],
  ['note', 'x'],
  ['comment', 'x'],
  ['article', ''],
  ['reason', ''],
  ['reason', 'x'.repeat(61)],
  ['note', 'x'.repeat(1_001)],
  ['site', 'other'],
])('refuses a decision with %s %j, and says which', (field, value) => {
  expect(fieldsOf(() => decisions(decision, { ...decision, [field]: value }))).toEqual([
    `decisions.1.${field}`,
  ]);
});

test('refuses none and more than a hundred', () => {
  expect(fieldsOf(() => decisions())).toEqual(['decisions']);
  expect(fieldsOf(() => decisions(...Array(101).fill(decision)))).toEqual(['decisions']);
});

test('a thread is removed by a request of its own', () => {
  const thread = { ...decision, ...rejecting, thread: true };
  expect(decisions(thread)).toEqual([thread]);
  expect(fieldsOf(() => decisions(decision, thread))).toEqual(['decisions']);
});

test('an undo is the token of a decision', () => {
  expect(readOrRefuse(undoDecisions.body(), { undo: 'x'.repeat(2_000_000) }).undo).toHaveLength(2_000_000);
  for (const undo of ['', 'x'.repeat(2_000_001), 1, undefined])
    expect(fieldsOf(() => readOrRefuse(undoDecisions.body(), { undo }))).toEqual(['undo']);
});

test('an article’s settings are its mode, title and link', () => {
  const settings = { mode: 'closed', title: 'Un titre', link: 'https://a.fr/', version: 1 };
  expect(readOrRefuse(changeArticle.body(), settings)).toEqual(settings);
  expect(fieldsOf(() => readOrRefuse(changeArticle.body(), { mode: 'shut', approved: 9 }))).toEqual([
    'mode',
    'approved',
  ]);
});
