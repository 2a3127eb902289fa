import { type DecisionRecord, takesBack } from '../moderation/decision.ts';
import { vectorOf } from '../screening/filter/features/vector.ts';
import { logOdds, type Model } from '../screening/filter/model/model.ts';
import { read } from '../screening/filter/reading/reading.ts';
import { auditOf } from '../screening/filter/site/audit.ts';
import { modelUpdateOf, siteOdds } from '../screening/filter/site/site-learning.ts';
import { learned, unlearned } from '../screening/filter/site/site-memory.ts';
import type { FindComment } from '../storage/comment-store.ts';
import type { FetchMemory, Memory, SaveLesson, UndoLesson } from '../storage/learning-store.ts';
import type { Consumer, Failure } from './consumer.ts';

type Store = FindComment & FetchMemory & SaveLesson & UndoLesson;
type Deps = {
  readonly store: Store;
  /** Asked only when there is a decision that teaches. */
  readonly loadModel: () => Model;
};
/** With the model that judges a comment before the decision on it is learned. */
type WithModel = { readonly store: Store; readonly model: Model };

/**
 * Teaches sites what their moderators decided: what is spam and, by approving it, what is not. Rejecting teaches nothing,
 * since what is toxic is not spam; undoing, and putting back among those that wait, takes back what the decision had taught. A decision that fails takes along those
 * that came after it on the same comment.
 */
export const learn: Consumer<Deps, 'decision'> = {
  name: 'learn',
  kinds: ['decision'],
  follow: async ({ store, loadModel }, decisions) => {
    const telling = decisions.filter(({ action }) => action !== 'reject');
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
  if (!takesBack(decision.action)) return teach(deps, memory, decision);

  const undone = await deps.store.undoLesson(decision.site, eventId(decision, decision.version - 1));
  return undone ? { ...memory, periods: unlearned(memory.periods, undone) } : memory;
};

const teach = async (
  { store, model }: WithModel,
  memory: Memory,
  decision: DecisionRecord,
): Promise<Memory> => {
  const { site, article, comment: id, version, action, at: now } = decision;
  const comment = await store.find({ site, article, id });
  if (!comment) return memory;

  const { author, url, articleTitle: title, language } = comment;
  // What its author wrote, whatever the newsroom made of it.
  const text = comment.original ?? comment.text;
  const reading = read({ text, author, url, title, language });
  const odds = logOdds(model, vectorOf(reading)) + siteOdds(memory.periods, reading, now);
  const event = eventId(decision, version);
  const isSpam = action === 'spam';
  const audit = auditOf(comment.verdict.findings, isSpam);
  const change = modelUpdateOf({ event, isSpam, now, ...(audit ? { audit } : {}) }, reading, odds);

  const isNew = await store.saveLesson(site, change, memory);
  return isNew ? { ...memory, periods: learned(memory.periods, change) } : memory;
};

/** The name of the lesson that a decision teaches, or of the one before. */
export const eventId = ({ article, comment }: DecisionRecord, version: number): string =>
  `${article}#${comment}#${version}`;
