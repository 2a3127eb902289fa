import { mkdirSync } from 'node:fs';
import { readSecret } from '../local/secret.ts';
import type { Comment } from '../src/comment/comment.ts';
import { defaultPolicy } from '../src/comment/policy.ts';
import type { DecisionName } from '../src/moderation/status-change.ts';
import { decideComments } from '../src/use-cases/decide-comments.ts';
import type { Random } from '../training/random.ts';
import { honestComment, spamComment } from './comments.ts';
import type { Waiting } from './servers/calls.ts';
import { type BenchStore, openBenchStore } from './store.ts';
import { createStoredComment } from './stored-comment.ts';

export type Wanted = {
  /** Comments moderators have decided on: most approved, every tenth rejected, every tenth spam. */
  readonly decided: number;
  /** Comments that were published without a decision. */
  readonly published: number;
  /** Comments that wait for one. */
  readonly waiting: number;
  /** Published ones on the article whose page is measured, when there are enough; a thousand when it is not said. */
  readonly onPage?: number;
};
export type Seeded = {
  /** Published comments by article. */
  readonly published: ReadonlyMap<string, number>;
  readonly waiting: readonly Waiting[];
  /** Comments in all queues. */
  readonly queued: number;
};

/** The article whose page is measured. */
export const PAGE_ARTICLE = 'page';
const ON_PAGE = 1000;
/** Articles that the others are spread over. */
const ARTICLES = 200;
const AT_ONCE = 100;
const SPREAD_MS = 10 * 86_400_000;

/** Fills a data folder through the store. A server that starts on it counts what is new to it first. */
export const seed = async (dataDir: string, wanted: Wanted, random: Random): Promise<Seeded> => {
  mkdirSync(dataDir, { recursive: true });
  // A server makes none beside a database that holds anything.
  await readSecret(dataDir);
  const opened = openBenchStore(dataDir);
  try {
    const comments = plan(wanted, random);
    for (let at = 0; at < comments.length; at += AT_ONCE)
      await keep(opened, comments.slice(at, at + AT_ONCE), at);
    return summary(comments);
  } finally {
    opened.close();
  }
};

/** What becomes of a comment: a decision, publication without one, or nothing yet. */
type Fate = DecisionName | 'publish' | 'wait';
type Planned = { readonly comment: Comment; readonly fate: Fate };

const plan = (wanted: Wanted, random: Random): readonly Planned[] => {
  const fates = fatesOf(wanted);
  const begin = Date.now() - SPREAD_MS;
  const stored = createStoredComment(random);
  let shown = 0;
  return fates.map((fate, at) => {
    const isOnPage = isShown(fate) && shown++ < (wanted.onPage ?? ON_PAGE);
    const comment = stored({
      article: isOnPage ? PAGE_ARTICLE : `article-${at % ARTICLES}`,
      status: fate === 'publish' ? 'approved' : 'pending',
      written: fate === 'spam' ? spamComment(random) : honestComment(random),
      time: begin + Math.floor((SPREAD_MS * at) / fates.length),
      visitor: at,
    });
    return { comment, fate };
  });
};

/** Of ten. */
const decisions: readonly Fate[] = [...Array<Fate>(8).fill('approve'), 'reject', 'spam'];

const fatesOf = ({ decided, published, waiting }: Wanted): readonly Fate[] => [
  ...Array.from({ length: decided }, (_, at) => decisions[at % decisions.length] as Fate),
  ...Array<Fate>(published).fill('publish'),
  ...Array<Fate>(waiting).fill('wait'),
];

const isShown = (fate: Fate) => fate === 'approve' || fate === 'publish';
const isDecision = (fate: Fate): fate is DecisionName => fate !== 'publish' && fate !== 'wait';

const keep = async ({ store }: BenchStore, planned: readonly Planned[], at: number): Promise<void> => {
  await Promise.all(planned.map(({ comment }) => store.add(comment)));
  const asked = planned.flatMap(({ comment: { article, id }, fate }) =>
    isDecision(fate) ? [{ article, comment: id, decision: fate }] : [],
  );
  const context = {
    site: demoSite,
    by: 'bench',
    now: Date.now(),
    batch: `seed-${String(at).padStart(16, '0')}`,
  };
  const done = await decideComments({ store }, asked, context);
  const refused = done.find((one) => 'refusal' in one);
  if (refused)
    throw new Error(`A decision was refused while the store was filled: ${JSON.stringify(refused)}`);
};

const demoSite = {
  id: 'demo',
  name: 'demo',
  language: 'fr',
  origins: [],
  policy: defaultPolicy,
  version: 1,
} as const;

const summary = (planned: readonly Planned[]): Seeded => {
  const shown = planned.filter(({ fate }) => isShown(fate));
  const byArticle = Map.groupBy(shown, ({ comment: { article } }) => article);
  const waiting = planned.filter(({ fate }) => fate === 'wait');
  const spam = planned.filter(({ fate }) => fate === 'spam');
  return {
    published: new Map([...byArticle].map(([article, { length }]) => [article, length])),
    waiting: waiting.map(({ comment: { article, id, version } }) => ({ article, comment: id, version })),
    queued: waiting.length + spam.length,
  };
};
