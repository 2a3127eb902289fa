import { excerptOf } from '../../comment/excerpt.ts';
import type { Expectation } from '../../comment/policies/policy-document.ts';
import type { Language } from '../../comment/site.ts';
import type { Finding } from '../../comment/verdict.ts';
import { sentencesOf } from '../../screening/sentences/fixture-sentences.ts';
import { notReplayed, replayed } from '../../screening/trial/replay.ts';
import type { SearchedPage } from '../../storage/comment-store.ts';
import type { DecidedComment } from '../../storage/moderation-store.ts';
import type { Reply as BacktestReply } from '../moderators/policy/backtest-policy.ts';
import { timestamp } from '../reader-views.ts';

type Replayed = {
  readonly comment: DecidedComment;
  readonly decision: 'approve' | 'reject' | 'spam';
  readonly verdict: Expectation;
  readonly findings: readonly Finding[];
  readonly isWrong: boolean;
};

/** What a policy would make of a page of decided comments; `next` is a sealed cursor. */
export const backtestPage = (
  { items, next, examined }: SearchedPage<Replayed>,
  language: Language,
): BacktestReply => ({
  counts: [...Map.groupBy(items, ({ decision, verdict }) => `${decision} ${verdict}`).values()].flatMap(
    (of) => (of[0] ? [{ decision: of[0].decision, verdict: of[0].verdict, count: of.length }] : []),
  ),
  wrong: items.filter(({ isWrong }) => isWrong).map((one) => wrongView(one, language)),
  ...{ replayed: [...replayed], notReplayed: [...notReplayed], examined, next: next ?? null },
});

const wrongView = ({ comment, decision, verdict, findings }: Replayed, language: Language) => ({
  ...{ id: comment.id, article: comment.article, author: comment.author },
  excerpt: excerptOf(comment.original ?? comment.text),
  ...{ decision, decidedAt: timestamp(comment.decided.at), by: comment.decided.by ?? null, verdict },
  because: [...sentencesOf(findings, language)],
});
