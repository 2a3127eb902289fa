import { expect, test } from '@jest/globals';
import { sayStanding } from '../../browser/moderation/records/standing.ts';
import { timesIn } from '../../browser/moderation/shell/times.ts';
import { type Language, wordsIn } from '../../browser/moderation/words/vocabulary.ts';

const said = (state: string, language: Language) => {
  const words = wordsIn(language);
  return sayStanding(state, words, timesIn(words.locale, 'Europe/Paris', ''));
};

test.each([
  ['pending', 'à relire', 'to review'],
  ['moderator, Léa Morvan', 'modération, Léa Morvan', 'moderator, Léa Morvan'],
  ['admin, admin', 'administration, admin', 'admin, admin'],
  ['moderator', 'modération', 'moderator'],
  ['none', '–', '–'],
  ['removed', 'retrait', 'removed'],
  ['muted', 'ne comptent plus', 'count no more'],
  ['heard', 'comptent', 'count'],
  ['invited, spam', 'invitation, spam', 'invited, spam'],
  ['closed, title', 'fermés, title', 'closed, title'],
  ['42', '42', '42'],
  ['allow, domain ban.example', 'autorisation, domaine ban.example', 'permission, domain ban.example'],
  [
    'ban, author, until 2026-12-01T08:00:00.000Z',
    'blocage, auteur, jusqu’au 1er décembre 2026 à 09:00',
    'ban, author, until 1 December 2026 at 09:00',
  ],
])(
  'how something stood, %s, is told in the page’s words, and names stay as they are',
  (state, french, english) => {
    expect([said(state, 'fr'), said(state, 'en')]).toEqual([french, english]);
  },
);
