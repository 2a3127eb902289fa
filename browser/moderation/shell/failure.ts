import type { Desk } from '../desk.ts';
import type { Answer, Problem } from '../wire.ts';
import type { Words } from '../words/vocabulary.ts';

export type Failure = Extract<Answer<unknown>, { readonly isOk: false }>;

/** Says why a call failed, and what is wrong with the first value that was refused. */
export const sayFailure = (desk: Desk, failure: Failure): void =>
  desk.toasts.show({ text: failureSentence(desk, failure), tone: 'problem' });

const FORBIDDEN = 403;
const NOT_FOUND = 404;
/** Of problems that a person can mend: what they sent was not right, or is no longer. */
const MENDABLE = [400, 409, 413, 422];

export const failureSentence = ({ words }: Pick<Desk, 'words'>, { status, problem }: Failure): string => {
  const { offline, unreachable, failed, forbidden, notFound } = words.value.frame;
  if (status === 0) return navigator.onLine ? unreachable : offline;
  if (status === FORBIDDEN) return forbidden;
  if (status === NOT_FOUND) return notFound;
  return MENDABLE.includes(status) && problem ? refusalSentence(words.value, problem) : failed;
};

const refusalSentence = ({ locale, refusals }: Words, { code, detail, fields }: Problem): string => {
  const [first] = fields ?? [];
  if (first) return refusals.detail(first.detail);
  return refusals.codes[code] ?? (locale.startsWith('en') ? detail : refusals.other);
};

/** Whether the same call may work another time: without a network, when the sign-in expired, when too many ask, or when the service broke. */
export const mayWork = ({ status }: Failure): boolean => [0, 401, 429].includes(status) || status >= 500;
