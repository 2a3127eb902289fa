import { setTimeout as wait } from 'node:timers/promises';
import type { Comment } from '../../../src/comment/comment.ts';
import { newCommentId } from '../../../src/comment/comment-id.ts';
import { readPolicy } from '../../../src/comment/policies/stored-policy.ts';
import { createSend } from '../../../src/storage/dynamodb/send.ts';
import { authorsStore, openStore } from '../../../src/storage/dynamodb/store.ts';
import { unkeyedDigest } from '../../../src/tokens/digests.ts';
import { openEngine } from '../../engine/engine.ts';
import { localDatabase } from '../../local-database.ts';
import { longArticle } from '../articles/briefs.ts';
import { demoSite } from '../demo-site.ts';
import { type DemoComment, planOf } from './plan.ts';

export const LONG_PAGE = 5_000;
/** Three minutes lie between two of them. */
const APART_MS = 180_000;
/** One in four begins a thread; the others answer one of the last few. */
const FIRST_OF = 4;
const ANSWERS_BACK = 9;
const AT_ONCE = 20;
const TELL_EVERY = 1_000;

type Setup = {
  readonly dataDir: string;
  /** Called with the number of comments written so far, and of all. */
  readonly tell: (written: number, of: number) => void;
  /** Wakes the stream's function. */
  readonly wake: () => void;
  readonly signal: AbortSignal;
};

/** Writes a conversation that fills many pages, without checks. Comments of an earlier start are left alone. */
export const fillLongPage = async ({ dataDir, tell, wake, signal }: Setup): Promise<void> => {
  const { file, ...table } = localDatabase(dataDir);
  const engine = openEngine({ file, ...table });
  const { add } = openStore(authorsStore, {
    tableName: table.tableName,
    send: createSend(engine, { wait, random: Math.random }),
    report: console.error,
    ttlMs: 0,
    now: Date.now,
    parsePolicy: readPolicy,
  });
  try {
    const comments = conversation();
    for (let at = 0; at < comments.length && !signal.aborted; at += AT_ONCE) {
      await Promise.all(comments.slice(at, at + AT_ONCE).map(add));
      wake();
      if ((at + AT_ONCE) % TELL_EVERY === 0) tell(at + AT_ONCE, comments.length);
    }
  } finally {
    engine.close();
  }
};

/** The same at every start, ids included. */
const conversation = (): readonly Comment[] => {
  const written = planOf(0).flatMap((step) => (step.kind === 'submit' ? [step.comment] : []));
  const texts = written.filter(({ article, then }) => article.language === 'fr' && then === undefined);
  const all: Comment[] = [];
  const began = Date.parse(longArticle.published);
  for (let at = 0; at < LONG_PAGE; at += 1) {
    const answered = at % FIRST_OF === 0 ? undefined : all[at - 1 - ((at * 7) % Math.min(at, ANSWERS_BACK))];
    all.push(comment(at, texts[(at * 31) % texts.length] as DemoComment, began + at * APART_MS, answered));
  }
  return all;
};

const comment = (at: number, { by, text }: DemoComment, time: number, answered?: Comment): Comment => {
  const id = newCommentId(time, Uint8Array.from([0, 0, 0, 0, 0, 0, 0, 0, at >> 8, at & 255]));
  return {
    ...{ site: demoSite.id, article: longArticle.slug, id, status: 'approved', version: 1 },
    ...{ author: by, text: `${at + 1}. ${text}`, language: 'fr', createdAt: time, since: time },
    ...(answered ? { parent: answered.id, root: answered.root } : { root: id }),
    ...{ verdict: { outcome: 'approve', findings: [] }, policyVersion: 1, seen: false },
    ...{ authorKey: `demo:${unkeyedDigest(by)}`, identicon: unkeyedDigest('identicon', by).slice(0, 8) },
    ...{ authorRecord: { approved: 0, refused: 0 }, fingerprint: unkeyedDigest(text, String(at)) },
  };
};
