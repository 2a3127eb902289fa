import { englishCount, englishPercent } from '../plural.ts';
import type * as fr from './trial-fr.ts';

/** Modes of checks, fixtures, backtest and history of the policy, in English. */
export const modes: typeof fr.modes = {
  title: 'Checks',
  lead: 'Each check judges by itself, but for what is said here. “Watch” notes what it would have done, and moves nothing.',
  own: 'judges by itself',
  list: { off: 'off', shadow: 'watch', hold: 'hold', spam: 'file as spam' },
};

export const fixtures: typeof fr.fixtures = {
  title: 'Examples',
  lead: 'Comments, and what the policy must make of them: it is saved only when every example comes out right.',
  failed: (place, detail) => `Example ${place + 1}: ${detail}`,
  add: 'Add an example',
  text: 'Comment',
  author: 'Author',
  approved: 'Published before',
  anybody: 'does not matter',
  expected: 'Expected',
  outcomes: { publish: 'published', hold: 'held', spam: 'spam', refuse: 'refused' },
};

export const backtest: typeof fr.backtest = {
  title: 'Try it on the past',
  lead: 'What this policy would make of the comments that the team decided on, over 30 days. Nothing changes.',
  size: 'The last',
  comments: (count) => englishCount(count, 'comment', 'comments'),
  progress: 'Comments judged again',
  none: 'The team decided nothing in 30 days.',
  judged: (count) => `${englishCount(count, 'comment', 'comments')} judged again.`,
  precision: 'Precision',
  precisionIs: (rightly, stopped) =>
    `${englishPercent(rightly / stopped)}: of ${englishCount(stopped, 'comment', 'comments')} stopped, the team had rejected ${rightly}.`,
  stopsNone: 'This policy would stop nothing.',
  recall: 'Recall',
  recallIs: (rightly, refused) =>
    `${englishPercent(rightly / refused)}: of ${englishCount(refused, 'comment', 'comments')} that the team rejected, this policy would stop ${rightly}.`,
  refusedNone: 'The team had rejected none.',
  notReplayed: (names) => `Without what cannot be replayed: ${names}; nor what the filter learned here.`,
  wrong: (count) => englishCount(count, 'disagreement with the team', 'disagreements with the team'),
  columns: { comment: 'Comment', decided: 'The team', would: 'This policy', because: 'Why' },
};

export const history: typeof fr.history = {
  title: 'Versions',
  columns: { version: 'Version', saved: 'Saved', changed: 'What changed', acts: 'Actions' },
  version: (version) => `No.\u00A0${version}`,
  current: 'in force',
  restored: (version) => `Back to version ${version}.`,
  look: 'Compare',
  lookName: (version) => `Compare version ${version}`,
  rollBack: 'Bring back',
  rollBackName: (version) => `Bring version ${version} back`,
  rollBackLead: 'It becomes a new version; those in between stay in the list.',
  done: (version) => `Version ${version} is back.`,
  difference: (from, to) => `From version ${from} to version ${to}`,
  more: 'Older ones',
};
