import { englishCount, englishPercent } from '../plural.ts';
import type { StatsWords } from './fr.ts';

/** Statistics, in English: each chart's question, and its answer. */
export const en: StatsWords = {
  period: 'Period',
  clock: 'Days are those of UTC, not of the site’s clock.',
  undone: 'A decision that was taken back counts as well.',
  days: (count) => `${count} days`,
  data: 'The figures',
  day: 'Day',
  count: 'Count',
  share: 'Share',
  outcomes: { published: 'published at once', held: 'to review', spam: 'spam' },
  daily: {
    question: 'How many comments come in?',
    answer: (comments, perDay) =>
      `${englishCount(comments, 'comment', 'comments')} in all, ${perDay} a day on average.`,
  },
  waiting: {
    question: 'How long does a comment wait?',
    answer: (half, nine) => `Half are decided within ${half}, nine of ten within ${nine}.`,
    none: 'Nothing waited for a decision.',
    half: 'half',
    nine: 'nine of ten',
  },
  spam: {
    question: 'How much is spam?',
    answer: (share) => `${englishPercent(share)} of what comes in.`,
    none: 'Nothing came in.',
  },
  reasons: {
    question: 'Why are comments rejected?',
    answer: (most, count) => `Most often: ${most} (${count}).`,
    none: 'No rejection had a reason.',
  },
  filter: {
    question: 'Do the filter and people agree?',
    answer: (share) => `Of what the filter judged, decisions followed it in ${englishPercent(share)}.`,
    none: 'Nobody has decided yet on a comment that the filter judged.',
  },
  people: 'Decisions by person',
  person: 'Person',
  formerMember: 'former member',
  percent: englishPercent,
};
