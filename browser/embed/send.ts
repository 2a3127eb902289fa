import type { Reply } from '../../src/api/readers/submit-comment.ts';
import type { Attempt } from './draft.ts';
import { type FieldName, fieldNames } from './form.ts';
import { addressOf, type Place } from './place.ts';
import type { Words } from './script-words.ts';

/** What became of sending: taken, or the sentence to show, with one for each wrong field. */
export type Outcome =
  | { readonly taken: Reply }
  | {
      readonly sentence: string;
      readonly fields?: ReadonlyMap<string, string>;
      /** Whether the comment answered is not there any more. */
      readonly parentGone?: boolean;
      /** Whether the service has not judged it, so that the same may be sent again. */
      readonly mayRepeat?: boolean;
    };

type Problem = { readonly code?: string; readonly fields?: readonly { readonly field: string }[] };

/** Sends a comment. It never throws: what goes wrong is told in the reader's words. */
export const send = async (place: Place, { key, body }: Attempt): Promise<Outcome> => {
  const { words } = place;
  try {
    const answer = await fetch(addressOf(place, 'comments').split('?')[0] ?? '', {
      method: 'POST',
      credentials: 'omit',
      headers: { accept: 'application/json', 'content-type': 'application/json', 'idempotency-key': key },
      body: JSON.stringify(body),
    });
    if (answer.ok) return { taken: await answer.json() };
    return await refusalOf(answer, words);
  } catch {
    return { sentence: navigator.onLine ? words.down : words.offline, mayRepeat: true };
  }
};

const refusalOf = async (answer: Response, words: Words): Promise<Outcome> => {
  if (answer.status === 429)
    return { sentence: waiting(answer.headers.get('retry-after'), words), mayRepeat: true };
  if (answer.status >= 500) return { sentence: words.down, mayRepeat: true };
  const { code, fields = [] }: Problem = await answer.json().catch(() => ({}));
  if (code === 'parent-not-found') return { sentence: words.parentGone, parentGone: true };
  if (code === 'article-closed') return { sentence: words.closed };
  const named = fields.map(({ field }) => field).filter(isShown);
  if (named.length === 0) return { sentence: words.refused };
  return { sentence: words.correct, fields: new Map(named.map((name) => [name, words.fields[name]])) };
};

const isShown = (name: string): name is FieldName => fieldNames.some((known) => known === name);

const MINUTE_S = 60;
/** Up to this many seconds they are counted one by one. */
const COUNTED_S = 90;

const waiting = (retryAfter: string | null, words: Words): string => {
  const seconds = Math.max(1, Number(retryAfter) || 1);
  return seconds <= COUNTED_S ? words.wait(seconds) : words.waitMinutes(Math.ceil(seconds / MINUTE_S));
};
