import { englishCount } from '../plural.ts';
import type * as fr from './trial-fr.ts';

const percent = (part: number, of: number) => `${Math.round((100 * part) / of)}%`;

/** Modes of checks, fixtures, backtest and history of the policy, in English. */
export const modes: typeof fr.modes = {
  title: 'Checks',
  lead: 'Each check judges by itself, but for what is said here. “Watch” notes what it would have done, and moves nothing.',
  all: 'All checks',
  own: 'judges by itself',
  list: { off: 'off', shadow: 'watch', hold: 'hold', spam: 'file as spam' },
};

export const fixtures: typeof fr.fixtures = {
  title: 'Examples',
  lead: 'Comments, and what the policy must make of them: it is saved only when every example comes out right.',
  failed: (place, detail) => `Example ${place + 1}: ${detail}`,
  add: 'Add an example',
  remove: 'Remove',
  text: 'Comment',
  author: 'Author',
  approved: 'Approved before',
  anybody: 'does not matter',
  expected: 'Expected',
  outcomes: { publish: 'published', hold: 'held', spam: 'spam', refuse: 'refused' },
};

export const backtest: typeof fr.backtest = {
  title: 'Try it on the past',
  lead: 'What this policy would make of the comments that the team decided on, over 30 days. Nothing changes.',
  size: 'The last',
  comments: (count) => englishCount(count, 'comment', 'comments'),
  run: 'Try',
  progress: 'Comments judged again',
  none: 'The team decided nothing in 30 days.',
  judged: (count) => `${englishCount(count, 'comment', 'comments')} judged again.`,
  precision: 'Precision',
  precisionIs: (rightly, stopped) =>
    `${percent(rightly, stopped)}: of ${englishCount(stopped, 'comment', 'comments')} stopped, the team had refused ${rightly}.`,
  stopsNone: 'This policy would stop nothing.',
  recall: 'Recall',
  recallIs: (rightly, refused) =>
    `${percent(rightly, refused)}: of ${englishCount(refused, 'comment', 'comments')} that the team refused, this policy would stop ${rightly}.`,
  refusedNone: 'The team had refused none.',
  notReplayed: (names) => `Without what cannot be replayed: ${names}; nor what the filter learned here.`,
  own: { banned: 'bans', 'article-mode': 'the article’s setting' },
  wrong: (count) => englishCount(count, 'disagreement with the team', 'disagreements with the team'),
  columns: { comment: 'Comment', decided: 'The team', would: 'This policy', because: 'Why' },
  decisions: { approve: 'published', reject: 'refused', spam: 'spam' },
};

export const history: typeof fr.history = {
  title: 'Versions',
  columns: { version: 'Version', saved: 'Saved', changed: 'What changed', acts: 'Actions' },
  version: (version) => `No.\u00A0${version}`,
  current: 'in force',
  restored: (version) => `Back to version ${version}.`,
  people: { command: 'command line' },
  look: 'Compare',
  lookName: (version) => `Compare version ${version}`,
  rollBack: 'Bring back',
  rollBackName: (version) => `Bring version ${version} back`,
  rollBackLead: 'It becomes a new version; those in between stay in the list.',
  done: (version) => `Version ${version} is back.`,
  difference: (from, to) => `From version ${from} to version ${to}`,
  more: 'Older ones',
};
