import { allowedMethods, successorOf } from '../src/api/routes.ts';
import { Refusal } from '../src/comment/refusal.ts';
import { FOR_ANY_PAGE } from '../src/lambda/cached.ts';
import { type Around, chain } from '../src/lambda/chain.ts';
import { isReading, seeOther, wantsPage } from '../src/lambda/http.ts';
import { answer } from '../src/lambda/middleware/answer.ts';
import { formRefusals } from '../src/lambda/middleware/form-refusals.ts';

/** Any page may read what it did wrong: the answer tells of nothing but the address. */
const forAnyPage: Around = {
  onError: (request) => {
    const reply = request.response;
    request.response = { ...reply, headers: { ...reply?.headers, ...FOR_ANY_PAGE } };
  },
};

export const handler = chain(forAnyPage, answer(), formRefusals()).handler(async ({ event }) => {
  const { rawPath, rawQueryString } = event;
  // Typed without its last slash, which the page's own addresses are relative to.
  if (isReading(event) && allowedMethods(`${rawPath}/`).includes('GET'))
    return seeOther([`${rawPath}/`, rawQueryString].filter(Boolean).join('?'));
  const allowed = allowedMethods(rawPath);
  if (allowed.length === 0) throw nothingAt(rawPath);
  const [receipt] = FORM_OF_RECEIPT.exec(rawPath) ?? [];
  if (receipt && isReading(event) && wantsPage(event)) return seeOther(receipt);
  throw new Refusal('method-not-allowed', `This address takes ${allowed.join(', ')}.`, { allow: allowed });
});

/** The address bar of a browser whose form was answered there: opened again, it leads to the receipt. */
const FORM_OF_RECEIPT = /^\/r\/[\w-]+(?=\/\w+$)/;

const nothingAt = (path: string): Refusal => {
  const successor = successorOf(path);
  const detail =
    successor === undefined
      ? 'There is nothing at this address.'
      : `An article is named by a value, \`article\` in the query or the body, not in the path: ask ${successor}.`;
  return new Refusal('route-not-found', detail, { successor });
};
