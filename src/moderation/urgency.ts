import type { Comment } from '../comment/comment.ts';
import { HOUR_MS } from '../comment/time.ts';

/** Hours of waiting that one report, and a verdict in full doubt, are worth. */
const REPORT_H = 24;
const DOUBT_H = 12;

type Waiting = Pick<Comment, 'since' | 'verdict'> & {
  /** What readers' reports of it weigh. */
  readonly reports?: { readonly weight: number };
};

/** How urgently a person should look at a comment: the hours it has waited, and more for reports and for checks in doubt. */
export const urgencyOf = ({ since, verdict, reports }: Waiting, now: number): number =>
  Math.max(0, now - since) / HOUR_MS + REPORT_H * (reports?.weight ?? 0) + DOUBT_H * doubtOf(verdict);

/** Checks that hold any text: they cast no doubt on it. */
const ofNoText: ReadonlySet<string> = new Set(['first-comment', 'article-mode']);

/** 1 when the surest objection to the text has even odds, 0 when it is certain or there is none. */
const doubtOf = ({ findings }: Comment['verdict']): number => {
  const scores = findings
    .filter(({ check, outcome }) => outcome !== 'approve' && !ofNoText.has(check))
    .map(({ score }) => score);
  return scores.length === 0 ? 0 : 1 - Math.abs(2 * Math.max(...scores) - 1);
};
