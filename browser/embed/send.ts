import type { Reply } from '../../src/api/readers/submit-comment.ts';
import { type FieldName, fieldNames } from './form.ts';
import type { Attempt } from './kept/draft.ts';
import { addressOf, codeOf, type Place, within } from './place.ts';
import type { Words } from './script-words.ts';

/** What became of sending: taken, or the sentence to show, with one for each wrong field. */
export type Outcome =
  | { readonly taken: Reply }
  | {
      readonly sentence: string;
      /** As `codeOf` names it. */
      readonly code: string;
      readonly fields?: ReadonlyMap<string, string>;
      /** Whether the comment answered is not there any more. */
      readonly parentGone?: boolean;
      /** Whether the service has not judged it, so that the same may be sent again. */
      readonly mayRepeat?: boolean;
      /** Seconds until it may be sent again, where the service says so. */
      readonly waitS?: number;
    };

type Wrong = { readonly field: string; readonly min?: number; readonly max?: number };
type Problem = { readonly code?: string; readonly fields?: readonly Wrong[] };

/** As long as an API Gateway waits for its function. */
const PATIENCE_MS = 30_000;

/** Sends a comment. It never throws: what goes wrong is told in the reader's words. */
export const send = async (place: Place, attempt: Attempt): Promise<Outcome> => {
  const { words } = place;
  try {
    const answer = await post(place, attempt);
    if (answer.ok) return { taken: await answer.json() };
    const problem: Problem = await answer.json().catch(() => ({}));
    const without = withoutFacts(attempt, problem);
    return without ? await send(place, without) : refusalOf(answer, problem, { attempt, words });
  } catch (error) {
    const code = codeOf(error);
    return { sentence: code === 'offline' ? words.offline : words.down, code, mayRepeat: true };
  }
};

const post = (place: Place, { key, body }: Attempt): Promise<Response> =>
  fetch(addressOf(place, 'comments').split('?')[0] ?? '', {
    method: 'POST',
    credentials: 'omit',
    headers: {
      accept: 'application/json',
      // What its author reads later speaks the page's language rather than the browser's.
      'accept-language': place.language,
      'content-type': 'application/json',
      'idempotency-key': key,
    },
    body: JSON.stringify(body),
    signal: within(PATIENCE_MS),
  });

/** What a page says of its article, by its form or by itself. */
const FACTS: ReadonlySet<string> = new Set(['title', 'link']);

/** The same comment without what the page says wrongly, which is no fault of its reader; undefined where more than that is wrong. */
const withoutFacts = ({ key, body }: Attempt, { fields = [] }: Problem): Attempt | undefined => {
  const wrong = new Set(fields.map(({ field }) => field));
  const kept = Object.entries(body).filter(([name]) => !(FACTS.has(name) && wrong.has(name)));
  const isAll = [...wrong].every((name) => FACTS.has(name));
  return isAll && kept.length < Object.keys(body).length
    ? { key, body: Object.fromEntries(kept) }
    : undefined;
};

type Sent = { readonly attempt: Attempt; readonly words: Words };

const refusalOf = (answer: Response, problem: Problem, { attempt, words }: Sent): Outcome => {
  const { code = `http-${answer.status}`, fields = [] } = problem;
  if (answer.status === 429)
    return { ...waiting(answer.headers.get('retry-after'), words), code, mayRepeat: true };
  if (answer.status >= 500) return { sentence: words.down, code, mayRepeat: true };
  if (code === 'parent-not-found') return { sentence: words.parentGone, code, parentGone: true };
  if (code === 'article-closed') return { sentence: words.closed, code };
  const named = fields.filter(isShown);
  if (named.length === 0) return { sentence: words.refused, code };
  const said = named.map((wrong) => [wrong.field, problemOf(wrong, attempt, words)] as const);
  return { sentence: words.correct, code, fields: new Map(said) };
};

const problemOf = ({ field, min, max }: Shown, { body }: Attempt, words: Words): string => {
  if (!body[field] && (field === 'text' || field === 'author')) return words.missing[field];
  if (max) return words.atMost(max);
  return min ? words.atLeast(min) : words.fields[field];
};

type Shown = Wrong & { readonly field: FieldName };
const isShown = (wrong: Wrong): wrong is Shown => fieldNames.some((known) => known === wrong.field);

const MINUTE_S = 60;
/** Up to this many seconds they are counted one by one. */
const COUNTED_S = 90;

const waiting = (retryAfter: string | null, words: Words) => {
  const seconds = Math.max(1, Number(retryAfter) || 1);
  return seconds <= COUNTED_S
    ? { sentence: words.wait(seconds), waitS: seconds }
    : { sentence: words.waitMinutes(Math.ceil(seconds / MINUTE_S)) };
};
