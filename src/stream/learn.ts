import type { Comment } from '../comment/comment.ts';
import { type DecisionRecord, teaches } from '../moderation/decision.ts';
import { vectorOf } from '../screening/filter/features/vector.ts';
import { logOdds, type Model } from '../screening/filter/model/model.ts';
import { read } from '../screening/filter/reading/reading.ts';
import { auditOf } from '../screening/filter/site/audit.ts';
import { modelUpdateOf, siteOdds } from '../screening/filter/site/site-learning.ts';
import { type ModelUpdate, type SiteMemory, unlearned } from '../screening/filter/site/site-memory.ts';
import type { FindComment } from '../storage/comment-store.ts';
import type { FetchLesson, FetchMemory, Lesson, Memory, SaveLesson } from '../storage/learning-store.ts';
import type { Consumer, Failure } from './consumer.ts';
import { isFirst, standingAfter } from './standing-lesson.ts';

const TRIES = 3;

type Store = FindComment & FetchMemory & FetchLesson & SaveLesson;
type Deps = {
  readonly store: Store;
  /** Asked only when there is a decision that teaches or takes something back. */
  readonly loadModel: () => Model;
};
/** With the model that judges a comment before the decision on it is learned. */
type WithModel = { readonly store: Store; readonly model: Model };

/**
 * Teaches sites what their moderators decided: what is spam and, by approving it, what is not. Rejecting teaches nothing, since what is toxic
 * is not spam. A site has learned from each comment what its last standing decision says and no more: every later decision, undoing, and putting
 * back among those that wait takes back what an earlier one had taught. A decision that comes after a later one of its comment says nothing any more.
 * A decision that fails takes along those that came after it on the same comment.
 */
export const learn: Consumer<Deps, 'decision'> = {
  name: 'learn',
  kinds: ['decision'],
  follow: async ({ store, loadModel }, decisions) => {
    const telling = decisions.filter((decision) => teaches(decision) || !isFirst(decision));
    if (telling.length === 0) return [];
    const deps = { store, model: loadModel() };
    const sites = [...Map.groupBy(telling, ({ site }) => site)];
    const failed = await Promise.all(sites.map(([site, ofOne]) => teachSite(deps, site, ofOne)));

    return failed.flat();
  },
};

/** A damaged memory learns nothing, since nobody could read the result. */
const teachSite = async (
  deps: WithModel,
  site: string,
  decisions: readonly DecisionRecord[],
): Promise<readonly Failure[]> => {
  const fetched = await fetchOrFail(deps, site);
  if ('cause' in fetched) return decisions.map(({ record }) => ({ record, ...fetched }));
  let memory = fetched;
  if (memory.isDamaged) return [];

  const failed: (Failure & { readonly decision: DecisionRecord })[] = [];
  for (const decision of decisions) {
    const { record } = decision;
    const earlier = failed.find((other) => isOnSame(other.decision, decision));
    try {
      if (earlier) throw earlier.cause;
      memory = await follow(deps, memory, decision);
    } catch (cause) {
      failed.push({ record, cause, decision });
    }
  }
  return failed;
};

const fetchOrFail = async (
  { store }: WithModel,
  site: string,
): Promise<Memory | { readonly cause: unknown }> => {
  try {
    return await store.fetchMemory(site);
  } catch (cause) {
    return { cause };
  }
};

const isOnSame = (one: DecisionRecord, other: DecisionRecord): boolean =>
  one.article === other.article && one.comment === other.comment;

/** The memory as it is after a decision. */
const follow = async (deps: WithModel, memory: Memory, decision: DecisionRecord): Promise<Memory> => {
  const { site, article, comment: id } = decision;
  const ref = { site, article, id };
  for (let tried = 0; tried < TRIES; tried += 1) {
    const was = tried === 0 && isFirst(decision) ? nothingTaught : await deps.store.fetchLesson(ref);
    const next = was && (await lessonAfter(deps, { memory, was, decision }));
    if (!next) return memory;
    const after = await deps.store.saveLesson(ref, { was, next }, memory);
    if (after) return after;
  }
  throw new Error('Others kept following the same comment.');
};

const nothingTaught: Lesson = { version: 0 };

type Known = { readonly memory: Memory; readonly was: Lesson; readonly decision: DecisionRecord };

/** Undefined when this decision or a later one was followed, and when the comment is gone: then what it taught stays. */
const lessonAfter = async (deps: WithModel, known: Known): Promise<Lesson | undefined> => {
  const { memory, was, decision } = known;
  if (was.version >= decision.version) return undefined;
  if (!teaches(decision) || decision.at <= memory.forgottenAt) return standingAfter(was, decision);
  const { site, article, comment: id } = decision;
  const comment = await deps.store.find({ site, article, id });
  if (!comment) return undefined;

  const change = changeOf(deps.model, periodsWithout(was, memory), decision, comment);
  return standingAfter(was, decision, { change, generation: memory.generation });
};

/** What a comment taught before is left out of what it is judged by. */
const periodsWithout = ({ stands }: Lesson, { generation, periods }: Memory): SiteMemory =>
  stands?.generation === generation ? unlearned(periods, stands.change) : periods;

const changeOf = (
  model: Model,
  periods: SiteMemory,
  { article, version, action, at: now }: DecisionRecord,
  { id, author, url, articleTitle: title, language, original, text: current, verdict }: Comment,
): ModelUpdate => {
  // What its author wrote, whatever the newsroom made of it.
  const reading = read({ text: original ?? current, author, url, title, language });
  const odds = logOdds(model, vectorOf(reading)) + siteOdds(periods, reading, now);
  const event = `${article}#${id}#${version}`;
  const isSpam = action === 'spam';
  const audit = auditOf(verdict.findings, isSpam);
  return modelUpdateOf({ event, isSpam, now, ...(audit ? { audit } : {}) }, reading, odds);
};
