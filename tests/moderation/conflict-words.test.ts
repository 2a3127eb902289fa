import { expect, test } from '@jest/globals';
import { conflictSentence } from '../../browser/moderation/queue/conflict.ts';
import { timesIn } from '../../browser/moderation/shell/times.ts';
import { wordsIn } from '../../browser/moderation/words/vocabulary.ts';

const words = wordsIn('fr');
const at = '2026-11-29T10:13:00.000Z';
const deskAt = (now: string) =>
  ({
    words: { value: words },
    times: { value: timesIn('fr-FR', 'UTC', '') },
    now: { value: Date.parse(now) },
  }) as never;
const desk = deskAt('2026-11-29T11:00:00Z');

test.each([
  ['author', 'spam', false, 'Son auteur l’a modifié\u00A0: spam.'],
  ['author', 'withdrawn', false, 'Son auteur l’a retiré à 10:13.'],
  ['Léa', 'rejected', false, 'Léa l’a déjà refusé à 10:13.'],
  ['reports', 'pending', false, 'Des signalements de lecteurs l’ont remis à relire à 10:13.'],
  [null, 'spam', false, 'Quelqu’un l’a déjà classé comme spam à 10:13.'],
  ['author', 'pending', undefined, words.queue.conflict.changed],
  ['Léa', 'approved', true, words.queue.conflict.changed],
] as const)('what %s made %s (waiting still: %s) is told as it happened', (by, status, isStill, sentence) => {
  const problem = { code: 'changed-meanwhile', detail: '', current: { status, version: 2, by, at } };
  expect(conflictSentence(desk, problem, isStill)).toBe(sentence);
});

test('what happened on another day is told with the day', () => {
  const current = { status: 'rejected', version: 2, by: 'Léa', at } as const;
  const problem = { code: 'already-decided', detail: '', current };
  expect(conflictSentence(deskAt('2026-12-01T09:00:00Z'), problem, false)).toBe(
    'Léa l’a déjà refusé le 29 novembre 2026 à 10:13.',
  );
  const { when } = timesIn('en-GB', 'Europe/Paris', '');
  expect(when('2026-11-29T23:30:00Z', Date.parse('2026-11-30T22:00:00Z'))).toBe('at 00:30');
  expect(when('2026-11-29T22:30:00Z', Date.parse('2026-11-30T22:00:00Z'))).toBe(
    'on 29 November 2026 at 23:30',
  );
});
