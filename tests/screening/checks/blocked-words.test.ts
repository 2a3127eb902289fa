import { expect, test } from '@jest/globals';
import type { Draft } from '../../../src/comment/comment.ts';
import { blockedWords } from '../../../src/screening/checks/blocked-words.ts';
import { aDraft, anEvidence, aPolicy } from '../../make.ts';

const on = (draft: Partial<Draft>, ...words: readonly string[]) =>
  blockedWords.run(anEvidence({ draft: aDraft(draft), policy: aPolicy({ blocked: { words } }) }));

test.each([
  ['retard', 'Le train est en retard.'],
  ['RETARDÉ', 'Un train retarde, encore'],
  ['crédit gratuit', 'Un CREDIT — gratuit ! — pour tous'],
  ['casino*', 'Les casinos du coin'],
  ['*porn*', 'du cyberpornographe'],
  ['gagn*z', 'Gagnez vite'],
  ['buy * now', 'Buy watches now'],
  ['sœur', 'ma SOEUR'],
  ['casino', '𝐂𝐚𝐬𝐢𝐧𝐨 et ｃａｓｉｎｏ'],
  ['casino', 'ca\u200Bsi\u00ADno'],
  ['l arnaque', "L'arnaque du siècle"],
  ['विज्ञापन', 'यह विज्ञापन है'],
])('finds %s in: %s', (word, text) => {
  expect(on({ text }, word)).toMatchObject({ outcome: 'spam', traces: [{ field: 'text', term: word }] });
});

test.each([
  [
    'Le train est en retard, assez de concerts annulés à Essex, calcul fait.',
    ['tard', 'con', 'ass', 'sex', 'cul'],
  ],
  ['Le casinotier est parti', ['casino', '*casino']],
  ['Un crédit. Il est gratuit', ['credit gratuit']],
  ['gros problème, petit con', ['gros*con']],
  ['काला', ['कल']],
  ['Rien du tout', ['', '*', '**', '* *', '!!!', '\uD800']],
])('does not match inside words: %s', (text, words) => {
  expect(on({ text }, ...words)).toBeUndefined();
});

test("checks the author's name and page as well", () => {
  expect(on({ author: 'Casino Royal' }, 'casino')?.traces).toEqual([{ field: 'author', term: 'casino' }]);
  expect(on({ url: 'https://mega-casino.example/' }, 'casino')?.traces).toEqual([
    { field: 'url', term: 'casino' },
  ]);
});

test('holds for a suspect term, and blocks for one that is on both lists', () => {
  const draft = aDraft({ text: 'Un casino' });
  const suspect = { words: ['casino'] };

  expect(blockedWords.run(anEvidence({ draft, policy: aPolicy({ suspect }) }))?.outcome).toBe('hold');
  expect(
    blockedWords.run(anEvidence({ draft, policy: aPolicy({ suspect, blocked: suspect }) }))?.outcome,
  ).toBe('spam');
});
