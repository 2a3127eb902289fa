import { expect, test } from '@jest/globals';
import { abusiveWords } from '../../../src/screening/checks/abusive-words.ts';
import { aDraft, anEvidence, aPolicy } from '../../make.ts';

const look = (text: string, hold = false) =>
  abusiveWords.run(anEvidence({ draft: aDraft({ text }), policy: aPolicy({ abusiveWords: { hold } }) }));

test('points out an insult without holding the comment', () => {
  expect(look('Quel c0nnard, ce maire')).toMatchObject({
    outcome: 'approve',
    traces: [{ field: 'text', term: 'connard' }],
  });
});

test('holds it if the policy says so, and never calls it spam', () => {
  expect(look('Quel connard, ce maire', true)?.outcome).toBe('hold');
});

test('finds an insult at the end of the longest text', () => {
  expect(look(`${'Bien sûr que non. '.repeat(550)}Connard !`)).toBeDefined();
});

test.each(['Le train est en retard', 'Le maire ment, qu’il démissionne !'])(
  'does not object to: %s',
  (text) => {
    expect(look(text, true)).toBeUndefined();
  },
);
