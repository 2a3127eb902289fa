import { decision, submission } from './demo-calls.ts';
import { planOf, type Step } from './plan.ts';
import { type Progress, saveDone, saveProgress } from './progress.ts';

/** The functions that the demo's readers and moderator call. */
export type SeedFunctions = {
  /** Calls a function as if it were some other time. @returns what it answers */
  readonly call: (name: string, event: object, at: number) => Promise<unknown>;
  /** Resolves when the stream's function has handled all writes; authors' records are then up to date. */
  readonly followed: () => Promise<void>;
};

type Setup = {
  readonly dataDir: string;
  /** The server's address. */
  readonly url: string;
  readonly functions: SeedFunctions;
  /** Called with the number of comments written so far, and of all. */
  readonly tell: (written: number, of: number) => void;
  readonly signal: AbortSignal;
};

const TELL_EVERY = 40;

/**
 * Sends the demo's comments and a moderator's decisions through the functions, each at its time of the last days, from where
 * an earlier seeding was left. Ends early when its signal aborts.
 * @throws when a function refuses or fails; the next start goes on from there
 */
export const seedDemo = async (from: Progress, setup: Setup): Promise<void> => {
  const { dataDir, functions, tell, signal } = setup;
  const steps = planOf(from.startedAt);
  const tellOf = teller(steps, tell);
  /** People whose record may not be up to date yet. */
  const unknown = new Set<string>();
  let progress = from;
  for (const step of steps.slice(from.next)) {
    if (signal.aborted) return;
    if (step.kind === 'submit' && unknown.has(step.comment.by)) {
      await functions.followed();
      if (signal.aborted) return;
      unknown.clear();
    }
    progress = { ...(await take(step, progress, setup)), next: progress.next + 1 };
    unknown.add(step.comment.by);
    saveProgress(dataDir, progress);
    tellOf(step, progress);
  }
  saveDone(dataDir);
};

const teller = (steps: readonly Step[], tell: Setup['tell']) => {
  const total = steps.filter(({ kind }) => kind === 'submit').length;
  return (step: Step, { sent }: Progress) => {
    const written = Object.keys(sent).length;
    if (step.kind === 'submit' && (written % TELL_EVERY === 0 || written === total)) tell(written, total);
  };
};

type World = Pick<Setup, 'url' | 'functions'>;

const take = (step: Step, progress: Progress, world: World) =>
  step.kind === 'submit' ? send(step, progress, world) : look(step, progress, world);

const send = async ({ comment, at }: Step, progress: Progress, { url, functions }: World) => {
  const { id, by, to } = comment;
  const event = submission(comment, {
    parent: to === undefined ? undefined : progress.sent[to]?.comment,
    visitor: progress.visitors[by],
    key: `demo-${id}-${progress.startedAt}`,
    origin: url,
  });
  const answer = read(await functions.call('submit-comment', event, at), id);
  const { id: sent, status, visitor } = answer as { id: string; status: string; visitor: string };
  return {
    ...progress,
    sent: { ...progress.sent, [id]: { comment: sent, isPublished: status === 'published' } },
    visitors: { ...progress.visitors, [by]: visitor },
  };
};

/** A moderator leaves alone what was published, but for one in three, which they mark as seen. */
const look = async ({ comment, at }: Step, progress: Progress, { functions }: World) => {
  const sent = progress.sent[comment.id];
  const isPassed = sent?.isPublished && comment.then === undefined && comment.text.length % 3 > 0;
  if (!sent || isPassed) return progress;
  // A decision made before, by an interrupted step, comes back as a refusal of this one decision.
  const answer = await functions.call('decide-comments', decision(comment, sent.comment), at);
  // The deciding member may have been removed meanwhile: then the comment waits for somebody else.
  if (!isForbidden(answer)) read(answer, comment.id);
  return progress;
};

const isForbidden = (answer: unknown) => (answer as { readonly statusCode: number }).statusCode === 403;

const read = (answer: unknown, id: string): unknown => {
  const { statusCode, body } = answer as { readonly statusCode: number; readonly body: string };
  if (statusCode >= 300) throw new Error(`the comment ${id} was answered with ${statusCode}`);
  return JSON.parse(body);
};
