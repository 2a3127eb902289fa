import { ARTICLE_SURGES_MAX, isInForce, type Surge, type SurgeState } from '../../comment/abuse/surge.ts';
import { timeOf } from '../../comment/comment-id.ts';
import type { Policy } from '../../comment/policy.ts';
import { MINUTE_MS } from '../../comment/time.ts';
import { hashText } from '../text/hash.ts';
import { besidesWorst, type Share, type SurgeWindow, shareOf } from './surge-window.ts';

/** A surge is extended by at least this much, so that it is not written with every comment. */
const EXTENDED_MS = MINUTE_MS;

export type Asked = {
  readonly window: SurgeWindow;
  /** Articles whose comments changed. */
  readonly articles: readonly string[];
  readonly policy: Policy['surge'];
  readonly now: number;
  /** Articles with a comment whose status changed from spam, other than to withdrawn. */
  readonly corrected: readonly string[];
};
/** The current surges, those that began and those that ended. */
export type SurgeChange = {
  readonly surges: readonly Surge[];
  readonly begun: readonly Surge[];
  readonly ended: readonly Surge[];
};

/**
 * Updates a site's surges from its window of comments. A surge begins when spam reaches the policy's share, lasts until `relaxMin`
 * after the last spam, and ends earlier only when a correction takes the share below.
 */
export const surgesAfter = ({ surges, relaxedAt = 0 }: SurgeState, asked: Asked): SurgeChange => {
  const window = asked.window.filter(({ id }) => timeOf(id) > relaxedAt);
  const known = surges.flatMap(({ article }) => article ?? []);
  const places = [undefined, ...new Set([...known, ...asked.articles])];
  const steps = places.map((article) => {
    const share = shareOf(arrivalsOf(window, article));
    const standing = surges.find((surge) => surge.article === article);
    return stepOf(standing, { ...(article === undefined ? {} : { article }), share }, asked);
  });
  const begun = steps.flatMap(({ begins }) => begins ?? []);
  const room = ARTICLE_SURGES_MAX - steps.filter(({ stays }) => stays?.article !== undefined).length;
  const taken = [
    ...begun.filter(({ article }) => article === undefined),
    ...begun.filter(({ article }) => article !== undefined).slice(0, Math.max(0, room)),
  ];
  return {
    surges: [...steps.flatMap(({ stays }) => stays ?? []), ...taken],
    begun: taken,
    ended: steps.flatMap(({ ends }) => ends ?? []),
  };
};

const arrivalsOf = (window: SurgeWindow, article: string | undefined) => {
  if (article === undefined) return besidesWorst(window);
  const hash = hashText(article);
  return window.filter((arrival) => arrival.article === hash);
};

type Place = { readonly article?: string; readonly share: Share };
type Step = { readonly begins?: Surge; readonly stays?: Surge; readonly ends?: Surge };

const stepOf = (standing: Surge | undefined, place: Place, asked: Asked): Step => {
  if (standing && isInForce(standing, asked.now)) return goOn(standing, place, asked);
  return { ...(standing ? { ends: standing } : {}), ...beginIn(place, asked) };
};

const beginIn = ({ share, ...place }: Place, { policy, now }: Asked): Step => {
  const until = endAfter(share, policy);
  if (!isOverShare(share, policy) || until <= now) return {};
  const { comments, spam } = share;
  return { begins: { ...place, since: now, until, comments, spam } };
};

const goOn = (standing: Surge, { share }: Place, asked: Asked): Step => {
  const { policy, now } = asked;
  if (!isOverShare(share, policy))
    return isDone(standing, asked) ? { ends: { ...standing, until: now } } : { stays: standing };
  const until = endAfter(share, policy);
  if (until - standing.until < EXTENDED_MS) return { stays: standing };
  return { stays: { ...standing, until, comments: share.comments, spam: share.spam } };
};

const endAfter = ({ newestSpamAt }: Share, { relaxMin }: Policy['surge']): number =>
  newestSpamAt + relaxMin * MINUTE_MS;

const isDone = ({ article }: Surge, { corrected }: Asked): boolean =>
  article === undefined ? corrected.length > 0 : corrected.includes(article);

const isOverShare = ({ comments, spam }: Share, { sharePercent, comments: least }: Policy['surge']) =>
  sharePercent !== null && comments >= least && spam * 100 >= sharePercent * comments;
