import type { DecisionRecord } from '../moderation/decision.ts';
import { auditOf } from '../screening/filter/audit.ts';
import { logOdds, type Model } from '../screening/filter/model.ts';
import { read } from '../screening/filter/reading.ts';
import { changeOf, siteOdds } from '../screening/filter/site-learning.ts';
import { learned, unlearned } from '../screening/filter/site-memory.ts';
import { vectorOf } from '../screening/filter/vector.ts';
import type { FindComment } from '../storage/comment-store.ts';
import type { FetchMemory, Memory, SaveLesson, UndoLesson } from '../storage/learning-store.ts';

type Store = FindComment & FetchMemory & SaveLesson & UndoLesson;
type Deps = {
  readonly store: Store;
  /** Asked only when there is a decision that teaches. */
  readonly loadModel: () => Model;
};
/** Which model a comment is judged by before a decision on it teaches anything. */
type WithModel = { readonly store: Store; readonly model: Model };

/**
 * Teaches sites what their moderators decided: what is spam and, by approving it, what is not. Rejecting teaches nothing,
 * since what is toxic is not spam; undoing takes back what the decision had taught. Returns the decisions that could not
 * be followed now, each with those that came after it on the same comment; they must be delivered again.
 */
export const learnFromDecisions = async (
  { store, loadModel }: Deps,
  decisions: readonly DecisionRecord[],
): Promise<readonly DecisionRecord[]> => {
  const telling = decisions.filter(({ action }) => action !== 'reject');
  if (telling.length === 0) return [];
  const deps = { store, model: loadModel() };
  const sites = [...Map.groupBy(telling, ({ site }) => site)];
  const left = await Promise.all(sites.map(([site, ofOne]) => teachSite(deps, site, ofOne)));

  return left.flat();
};

/** The decisions that are left. A damaged memory learns nothing: it would be adding to what nobody can read. */
const teachSite = async (deps: WithModel, site: string, decisions: readonly DecisionRecord[]) => {
  const [fetched] = await Promise.allSettled([deps.store.fetchMemory(site)]);
  if (fetched.status === 'rejected') return decisions;
  let memory = fetched.value;
  if (memory.isDamaged) return [];

  const left: DecisionRecord[] = [];
  for (const decision of decisions) {
    const [outcome] = await Promise.allSettled([
      left.some((other) => isOnSame(other, decision)) ? undefined : follow(deps, memory, decision),
    ]);
    if (outcome.status === 'fulfilled' && outcome.value) memory = outcome.value;
    else left.push(decision);
  }
  return left;
};

const isOnSame = (one: DecisionRecord, other: DecisionRecord): boolean =>
  one.article === other.article && one.comment === other.comment;

/** The memory as it is after a decision. */
const follow = async (deps: WithModel, memory: Memory, decision: DecisionRecord): Promise<Memory> => {
  if (decision.action !== 'undo') return teach(deps, memory, decision);

  const undone = await deps.store.undoLesson(decision.site, eventId(decision, decision.version - 1));
  return undone ? { ...memory, seasons: unlearned(memory.seasons, undone) } : memory;
};

const teach = async (
  { store, model }: WithModel,
  memory: Memory,
  decision: DecisionRecord,
): Promise<Memory> => {
  const { site, article, comment: id, version, action, at: now } = decision;
  const comment = await store.find({ site, article, id });
  if (!comment) return memory;

  const { text, author, url, articleTitle: title, language } = comment;
  const reading = read({ text, author, url, title, language });
  const odds = logOdds(model, vectorOf(reading)) + siteOdds(memory.seasons, reading, now);
  const event = eventId(decision, version);
  const isSpam = action === 'spam';
  const audit = auditOf(comment.verdict.findings, isSpam);
  const change = changeOf({ event, isSpam, now, ...(audit ? { audit } : {}) }, reading, odds);

  const isNew = await store.saveLesson(site, change, memory);
  return isNew ? { ...memory, seasons: learned(memory.seasons, change) } : memory;
};

const eventId = ({ article, comment }: DecisionRecord, version: number): string =>
  `${article}#${comment}#${version}`;
