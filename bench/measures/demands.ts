import type { Comment } from '../../src/comment/comment.ts';
import { newCommentId } from '../../src/comment/comment-id.ts';
import { defaultPolicy } from '../../src/comment/policy.ts';
import type { Site } from '../../src/comment/site.ts';
import { shippedModel } from '../../src/screening/filter/model/shipped-model.ts';
import { prepareScreening, questionOf } from '../../src/submission/prepare-screening.ts';
import { decideComments } from '../../src/use-cases/decide-comments.ts';
import { listComments } from '../../src/use-cases/list-comments.ts';
import { listQueue } from '../../src/use-cases/list-queue.ts';
import { submitComment } from '../../src/use-cases/submit-comment.ts';
import { type Random, randomFrom } from '../../training/random.ts';
import { honestComment } from '../comments.ts';
import type { Demand } from '../results.ts';
import { type BenchStore, openBenchStore } from '../store.ts';
import { createStoredComment } from '../stored-comment.ts';

const SEED = 11;
const HOUR_MS = 3_600_000;
const ARTICLES = 30;
/** Comments on the page that is read, and in the queue. */
const SHOWN = 60;

/** What operations ask of the database, counted by the engine: units, and waits one after the other. */
export const measureDemands = async (): Promise<readonly Demand[]> => {
  const opened = openBenchStore();
  try {
    const random = randomFrom(SEED);
    const waiting = await fill(opened, random);
    // From then on the site is remembered, as it is by a function that answered before.
    await submit(opened, random);
    const found: Demand[] = [];
    for (const { name, floor, run } of operations(opened, waiting, random)) {
      opened.consumed();
      await run();
      const { writeUnits, readUnits, roundTrips } = opened.consumed();
      found.push({ name, floor, writeUnits, readUnits, roundTrips });
    }
    return found;
  } finally {
    opened.close();
  }
};

const site: Site = {
  id: 'demo',
  name: 'demo',
  language: 'fr',
  origins: [],
  policy: defaultPolicy,
  version: 1,
};

/** @returns a comment that waits */
const fill = async ({ store }: BenchStore, random: Random): Promise<Comment> => {
  await store.saveSite({ ...site, version: 0 }, 0);
  const stored = createStoredComment(random);
  const comments = Array.from({ length: 2 * SHOWN + 1 }, (_, at) =>
    stored({
      article: 'page',
      status: at < SHOWN ? 'approved' : 'pending',
      written: honestComment(random),
      time: Date.now() - 1000 * (2 * SHOWN + 1 - at),
      visitor: at,
    }),
  );
  for (const comment of comments) await store.add(comment);
  for (let at = 0; at < ARTICLES; at += 1)
    await store.saveArticle({ site: 'demo', id: `article-${at}`, mode: 'open' }, 0);
  return comments.at(-1) as Comment;
};

type Operation = Pick<Demand, 'name' | 'floor'> & { readonly run: () => Promise<unknown> };

const operations = (opened: BenchStore, waiting: Comment, random: Random): readonly Operation[] => {
  const { store } = opened;
  const page = { site: 'demo', article: 'page', order: 'oldest', limit: 50 } as const;
  const queue = { site: 'demo', queue: 'pending', order: 'oldest', limit: 50 } as const;
  const articles = Array.from({ length: ARTICLES }, (_, at) => `article-${at}`);
  return [
    { name: 'submit', floor: '2 W, 1 R, 1 trip', run: () => submit(opened, random) },
    { name: 'page of 50', floor: '2.5 R', run: () => listComments({ store }, page) },
    { name: 'counts of 30 articles', floor: '15 R', run: () => store.countShown('demo', articles) },
    { name: 'queue page of 50', floor: '2.5 R', run: () => store.listQueue(queue) },
    {
      name: 'the same, with its article and 50 authors',
      floor: '2.5 R and 0.5 R each',
      run: () => listQueue({ store }, queue),
    },
    { name: 'approve', floor: '2 W', run: () => approve(opened, waiting) },
  ];
};

/** The site has no bans. */
const judges = { model: shippedModel(), digests: { ban: () => '' } };

/** As the function does: the site, then the guards beside what bears on the comment, then the comment. */
const submit = async ({ store }: BenchStore, random: Random): Promise<void> => {
  const { author, text } = honestComment(random);
  const now = Date.now();
  const stored = createStoredComment(random)({
    article: 'page',
    status: 'pending',
    written: { author, text, email: '' },
    time: now,
    visitor: 0,
  });
  const found = await store.readSite('demo');
  if (!found) throw new Error('The site is not there.');
  const draft = { site: 'demo', article: 'page', author, text, language: 'fr' } as const;
  const sender = { address: '', network: '', proven: undefined };
  const form = { state: 'missing' } as const;
  const received = { site: found, draft, honeypot: '', sender, form, idempotencyKey: undefined, now };
  const { id, networkKey = '', emailKey, authorKey, fingerprint, verdict } = stored;
  const content = Buffer.from(fingerprint, 'base64url').subarray(0, 4);
  const names = { id, networkKey, networkBans: [], emailKey, fingerprint, content };
  const stranger = { authorKey: undefined, formToken: undefined, key: undefined };
  const identity = { ...names, ...stranger, sameWithinMs: HOUR_MS };
  const submission = { received, identity };
  const history = await store.lookUp(questionOf(submission));
  const prepared = prepareScreening(submission, history, undefined, judges);
  await submitComment({ store }, { prepared, verdict, authorKey, identicon: 'AAAAAAAA' });
};

const approve = async ({ store }: BenchStore, { article, id }: Comment): Promise<void> => {
  const context = { site, by: 'bench', now: Date.now(), batch: newCommentId(Date.now(), new Uint8Array(10)) };
  const asked = [{ article, comment: id, version: 1, decision: 'approve' }] as const;
  const [done] = await decideComments({ store }, asked, context);
  if (!done || 'refusal' in done) throw new Error('The approval was refused.');
};
