import { englishCount, englishNumber } from '../plural.ts';
import type { PolicyWords } from './fr.ts';
import { checks, settings } from './settings-en.ts';
import { backtest, fixtures, history, modes } from './trial-en.ts';

/** The policy, in English. */
export const en: PolicyWords = {
  lead: 'The policy says what appears at once, what waits for a person, what is refused, and what is kept. It holds everywhere within a minute.',
  readOnly: 'Only the site’s admins change it.',
  ...{ checks, settings, fixtures, backtest, history, modes },
  settingsTitle: 'Settings',
  limitHint: 'A limit that is left empty is off.',
  limitOff: 'no limit',
  listHint: 'One entry a line.',
  note: 'Why it changes (optional)',
  document: 'The whole document',
  documentHint: 'As JSON; rules of single articles (articles) and examples are in it, too',
  version: (version) => `Version ${version} is in force.`,
  review: 'See what changes',
  discard: 'Discard the changes',
  leave: 'The policy is not saved. Leave this page? Your changes stay in this tab.',
  unchanged: 'Nothing has changed.',
  unreadable: (detail) => `This is not JSON: ${detail}`,
  changes: 'What changes',
  added: 'added',
  removed: 'removed',
  saved: 'The policy is saved.',
  conflict: (names, who = 'Somebody else') =>
    `${who} saved meanwhile${names ? ` (${names})` : ''}. This is what your text would change of theirs; read it again before you save.`,
  place: (field, detail) => `${field}: ${detail}`,
  preview: {
    title: 'Try an entry of a list',
    lead: 'Before you block a word or a domain, see what it would match among the newest comments.',
    list: 'List',
    entry: 'Entry',
    try: 'Try',
    result: (found, compared) =>
      `${englishCount(found, 'comment', 'comments')} of ${englishNumber(compared)} would match.`,
    notCompared: 'It cannot be held against past comments: only pseudonyms of them are kept.',
    sought: (text) => `Looked for: “${text}”`,
  },
};
