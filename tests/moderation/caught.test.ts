import { beforeEach, expect, test } from '@jest/globals';
import { SELECTION_MAX } from '../../browser/moderation/list/tick-all.ts';
import { repeatCaught } from '../../browser/moderation/queue/repeat.ts';
import { deciderOf, keepCaught, takeCaught } from '../../browser/moderation/session/caught.ts';
import { createDrafts } from '../../browser/moderation/session/drafts.ts';
import type { DecisionRequest, Me } from '../../browser/moderation/wire.ts';
import { wordsIn } from '../../browser/moderation/words/vocabulary.ts';
import { tabStorage } from './tab-storage.ts';

const tab = tabStorage();
beforeEach(tab.clear);

const me = { site: { id: 'demo' }, member: { id: 'lea' } } as Me;
const by = deciderOf(me);
const decisions = (count: number, from = 0): readonly DecisionRequest[] =>
  Array.from({ length: count }, (_, n) => ({
    ...{ article: 'gare', comment: `c${from + n}`, version: 1 },
    decision: 'approve' as const,
  }));

test('what was caught comes back once, to who decided it', () => {
  keepCaught(by, decisions(2));
  keepCaught(by, decisions(1, 2));
  expect(takeCaught(by)).toEqual({ decisions: decisions(3), lost: 0 });
  expect(takeCaught(by)).toEqual({ decisions: [], lost: 0 });
  keepCaught(by, decisions(2));
  expect(takeCaught({ ...by, member: 'nora' })).toEqual({ decisions: [], lost: 0 });
});

test('decisions beyond the limit are counted as lost', () => {
  keepCaught(by, decisions(SELECTION_MAX - 1));
  keepCaught(by, decisions(3, SELECTION_MAX - 1));
  expect(takeCaught(by)).toEqual({ decisions: decisions(SELECTION_MAX), lost: 2 });
});

test('a full storage keeps what it has', () => {
  keepCaught(by, decisions(2));
  tab.fill();
  expect(() => keepCaught(by, decisions(3, 2))).not.toThrow();
  expect(takeCaught(by)).toEqual({ decisions: decisions(2), lost: 3 });
  createDrafts(me).of('note').value = 'Texte';
});

test('what is written on one site is still there after something was written on another', () => {
  createDrafts(me).of('reply').value = 'Merci';
  const other = { ...me, site: { id: 'gazette' } } as Me;
  expect(createDrafts(other).of('reply').peek()).toBe('');
  createDrafts(other).of('reply').value = 'Bonjour';
  expect([me, other].map((one) => createDrafts(one).of('reply').peek())).toEqual(['Merci', 'Bonjour']);
});

test.each(['{', 'null', '7', '{"site":"demo"}'])('what cannot be read is nothing: %s', (kept) => {
  sessionStorage.setItem('palabre-caught', kept);
  sessionStorage.setItem('palabre-drafts', kept);
  expect(takeCaught(by)).toEqual({ decisions: [], lost: 0 });
  expect(createDrafts(me).of('note').peek()).toBe('');
});

/** A desk on which decisions are answered in some way. */
const deskOf = (said: string[], decide: (asked: readonly DecisionRequest[]) => Promise<unknown>) =>
  ({
    me,
    words: { value: wordsIn('en') },
    calls: { decide },
    passed: { note: () => undefined },
    undos: { push: () => undefined },
    countOwn: () => undefined,
    toasts: { show: ({ text }: { text: string }) => said.push(text) },
  }) as never;
const made = async (asked: readonly DecisionRequest[]) => ({
  isOk: true,
  reply: { undo: 'u', results: asked.map(({ comment }) => ({ comment, version: 2 })) },
});

test('a moderator is told of lost decisions', async () => {
  const said: string[] = [];
  await repeatCaught(deskOf(said, made), { decisions: decisions(1), lost: 2 });
  expect(said).toEqual(['1 comment published. 2 others could not be.']);
});

test('a caught decision is kept until it was made, or refused for good', async () => {
  const kept: number[] = [];
  const [broken, refused] = [503, 422].map((status) => async () => ({ isOk: false, status }));
  const desk = deskOf([], async (asked) => {
    // Whoever reloads the page here makes them at the next visit.
    const { decisions: now } = takeCaught(by);
    keepCaught(by, now);
    kept.push(now.length);
    return kept.length === 1 ? made(asked) : broken?.();
  });
  await repeatCaught(desk, { decisions: decisions(150), lost: 0 });
  expect(kept).toEqual([150, 50]);
  const { decisions: left } = takeCaught(by);
  expect(left).toEqual(decisions(50, 100));
  await repeatCaught(deskOf([], refused as never), { decisions: left, lost: 0 });
  expect(takeCaught(by).decisions).toEqual([]);
});

test('a late answer on one site brings no draft back that was sent, and takes none from another site', () => {
  const other = { ...me, site: { id: 'autre' } } as Me;
  const here = createDrafts(me);
  here.of('reply a').value = 'Envoyé.';
  const there = createDrafts(other);
  there.of('reply b').value = 'En cours.';
  here.drop('reply a');
  expect(createDrafts(other).of('reply b').value).toBe('En cours.');
  there.of('reply b').value = 'En cours encore.';
  expect(createDrafts(me).of('reply a').value).toBe('');
});
