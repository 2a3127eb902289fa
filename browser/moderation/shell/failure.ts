import type { Desk } from '../desk.ts';
import type { Answer } from '../wire.ts';

export type Failure = Extract<Answer<unknown>, { readonly isOk: false }>;

/** Says why a call failed; the fields that were refused in the API's own words. */
export const sayFailure = (desk: Desk, failure: Failure): void =>
  desk.toasts.show({ text: failureSentence(desk, failure), tone: 'problem' });

const FORBIDDEN = 403;
const NOT_FOUND = 404;
/** Of problems that a person can mend: what they sent was not right, or is no longer. */
const MENDABLE = [400, 409, 413, 422];

export const failureSentence = ({ words }: Pick<Desk, 'words'>, { status, problem }: Failure): string => {
  const { offline, failed, forbidden, notFound } = words.value.frame;
  if (status === 0) return offline;
  if (status === FORBIDDEN) return forbidden;
  if (status === NOT_FOUND) return notFound;
  return MENDABLE.includes(status) && problem ? problem.detail : failed;
};

/** Whether the same call may work another time: without a network, when the sign-in expired, when too many ask, or when the service broke. */
export const mayWork = ({ status }: Failure): boolean => [0, 401, 429].includes(status) || status >= 500;
