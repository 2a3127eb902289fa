import type { Comment } from '../comment/comment.ts';
import { timeOf } from '../comment/comment-id.ts';
import type { Policy } from '../comment/policy.ts';
import { MINUTE_MS } from '../comment/time.ts';
import type { CommentChange } from '../moderation/steps.ts';
import { eventsOfSurges } from '../moderation/surge-events.ts';
import { type Arrival, withArrivals } from '../screening/surge/surge-window.ts';
import { surgesAfter } from '../screening/surge/surges-after.ts';
import { hashText } from '../screening/text/hash.ts';
import type { ReadSite } from '../storage/comment-store.ts';
import type { ReadSurgeWatch, SaveSurgeWatch, SurgeWatch } from '../storage/surge-store.ts';
import type { Consumer, Failure } from './consumer.ts';

const TRIES = 4;
/** Findings of this check do not count here, whatever their mode: otherwise surges would feed themselves. */
const OWN_CHECK = 'surge';

type Deps = {
  readonly store: ReadSite & ReadSurgeWatch & SaveSurgeWatch;
  readonly now: () => number;
  /** A ULID for an event. */
  readonly newBatch: () => string;
};

/**
 * Detects surges of spam in incoming comments and in moderators' decisions on new ones. A comment counts once, by its
 * latest version, however often it is delivered.
 */
export const followSurges: Consumer<Deps, 'comment'> = {
  name: 'follow-surges',
  kinds: ['comment'],
  follow: async (deps, changes) => {
    const sites = [...Map.groupBy(changes.filter(isTelling), ({ site }) => site)];
    const failed = await Promise.all(sites.map(([site, ofOne]) => followOrFail(deps, site, ofOne)));
    return failed.flat();
  },
};

/** Only new comments of readers and changes of status can change how much is spam. */
const isTelling = ({ before, after }: CommentChange): boolean =>
  after !== undefined && after.staffId === undefined && before?.status !== after.status;

const followOrFail = async (
  deps: Deps,
  site: string,
  changes: readonly CommentChange[],
): Promise<readonly Failure[]> => {
  try {
    await followSite(deps, site, changes);
    return [];
  } catch (cause) {
    return changes.map(({ record }) => ({ record, cause }));
  }
};

const followSite = async (deps: Deps, site: string, changes: readonly CommentChange[]): Promise<void> => {
  const { store, now } = deps;
  const policy = (await store.readSite(site))?.policy.surge;
  if (!policy || policy.sharePercent === null) return;
  const oldest = now() - policy.windowMin * MINUTE_MS;
  const recent = changes.filter(({ after }) => after && timeOf(after.id) > oldest);
  if (recent.length === 0) return;

  for (let tried = 0; tried < TRIES; tried += 1) {
    const watch = await store.readSurgeWatch(site);
    if (await settle(deps, { site, policy, watch, changes: recent })) return;
  }
  throw new Error('Others kept changing the same site’s surges.');
};

type Work = {
  readonly site: string;
  readonly policy: Policy['surge'];
  readonly watch: SurgeWatch;
  readonly changes: readonly CommentChange[];
};

/** True when there was nothing to write, or all of it was written. */
const settle = async (deps: Deps, { site, policy, watch, changes }: Work): Promise<boolean> => {
  const now = deps.now();
  const spanMs = policy.windowMin * MINUTE_MS;
  const window = withArrivals(watch.window, changes.flatMap(arrivalOf), { now, spanMs });
  const articles = [...new Set(changes.map(({ article }) => article))];
  const corrected = [...new Set(changes.filter(takesBack).map(({ article }) => article))];
  const { surges, begun, ended } = surgesAfter(watch.state, { window, articles, corrected, policy, now });

  const isSame = areSame(watch.state.surges, surges);
  if (isSame && areSame(watch.window, window)) return true;
  const events = eventsOfSurges({ begun, ended }, { site, now, newBatch: deps.newBatch });
  const update = isSame ? undefined : { state: { ...watch.state, surges }, events };
  return deps.store.saveSurgeWatch(site, watch, { window, update, now });
};

/** Compares by identity: an unchanged entry is the same object. */
const areSame = <T>(before: readonly T[], after: readonly T[]): boolean =>
  before.length === after.length && after.every((one, at) => one === before[at]);

const takesBack = ({ before, after }: CommentChange): boolean =>
  before?.status === 'spam' && after?.status !== 'spam' && after?.status !== 'withdrawn';

const arrivalOf = ({ article, before, after }: CommentChange): readonly Arrival[] => {
  if (!after) return [];
  // Withdrawn spam still counts as spam.
  const judged = after.status === 'withdrawn' && before ? before : after;
  return [{ id: after.id, article: hashText(article), version: after.version, isSpam: isSpam(judged) }];
};

/** By a moderator, or by checks that look at the comment itself. */
const isSpam = ({ status, seen, verdict }: Comment): boolean =>
  status === 'spam' &&
  (seen || verdict.findings.some(({ outcome, check }) => outcome === 'spam' && check !== OWN_CHECK));
