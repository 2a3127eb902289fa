import { expect, test } from '@jest/globals';
import { sayStanding } from '../../browser/moderation/records/standing.ts';
import { wordsIn } from '../../browser/moderation/words/vocabulary.ts';

test.each([
  ['pending', 'à relire', 'to review'],
  ['moderator, Léa Morvan', 'modération, Léa Morvan', 'moderator, Léa Morvan'],
  ['admin, admin', 'administration, admin', 'admin, admin'],
  ['moderator', 'modération', 'moderator'],
  ['none', '–', '–'],
  ['removed', 'retiré', 'removed'],
  ['invited, spam', 'invité, spam', 'invited, spam'],
  ['closed, title', 'fermés, title', 'closed, title'],
  ['42', '42', '42'],
])(
  'how something stood, %s, is told in the page’s words, and names stay as they are',
  (state, french, english) => {
    expect(sayStanding(state, wordsIn('fr'))).toBe(french);
    expect(sayStanding(state, wordsIn('en'))).toBe(english);
  },
);
