import { expect, test } from '@jest/globals';
import { conflictSentence } from '../../browser/moderation/queue/conflict.ts';
import { timesIn } from '../../browser/moderation/shell/times.ts';
import { wordsIn } from '../../browser/moderation/words/vocabulary.ts';

const words = wordsIn('fr');
const desk = { words: { value: words }, times: { value: timesIn('fr-FR', 'UTC', '') } } as never;
const at = '2026-11-29T10:13:00.000Z';

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
