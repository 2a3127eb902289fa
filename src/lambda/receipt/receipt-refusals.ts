import { type Problem, problemOf } from '../../api/problem.ts';
import type { Comment } from '../../comment/comment.ts';
import { Refusal } from '../../comment/refusal.ts';
import { noOffers } from '../../moderation/author/offers.ts';
import { pageHeaders } from '../../pages/layout.ts';
import { negotiateLanguage } from '../../pages/negotiate-language.ts';
import { erasedPage } from '../../pages/receipt/erase-pages.ts';
import { refusalPage } from '../../pages/refusal-page.ts';
import type { FindComment } from '../../storage/comment-store.ts';
import { readOffers } from '../../use-cases/receipts/read-offers.ts';
import { type Around, type Arrived, knownSoFar } from '../chain.ts';
import { headerOf, page, wantsPage } from '../http.ts';
import { refusalHeaders } from '../middleware/answer.ts';
import type { WithBody } from '../middleware/read-body.ts';
import type { OpenedReceipt } from './open-receipt.ts';
import type { WithOwn } from './own-comment.ts';
import { type ReceiptDeps, receiptMarkup, receiptPath } from './show-receipt.ts';

type Deps = ReceiptDeps & { readonly store: FindComment };
type All = Arrived & OpenedReceipt & WithOwn & WithBody;

/** What is refused to the holder of a receipt is answered with its page as the comment is now, and with what they typed. */
export const receiptRefusals = (app: Deps): Around => ({
  onError: async (request) => {
    const { event, error } = request;
    if (!wantsPage(event)) return;
    const known = knownSoFar<All>(request);
    const problem = problemOf(error, event.requestContext.requestId);
    const markup = (await ownPage(app, known, error, problem)) ?? otherPage(known, problem);
    request.response = page(problem.status, markup, { ...pageHeaders(), ...refusalHeaders(error) });
  },
});

const isOpened = (known: Partial<All> & Arrived): known is Arrived & OpenedReceipt & Partial<All> =>
  known.site !== undefined;

/** Undefined where the receipt led to no comment. */
const ownPage = async (
  app: Deps,
  known: Partial<All> & Arrived,
  error: unknown,
  { code }: Problem,
): Promise<string | undefined> => {
  if (!isOpened(known)) return undefined;
  const { site, language, article, own } = known;
  const action = receiptPath(known);
  if (code === 'comment-erased') return erasedPage({ language, site, action, link: article?.link });
  if (!own) return undefined;

  const comment = await asItIs(app, own);
  // What cannot be read now is offered again on the next page.
  const offers = await readOffers(app, comment, { now: app.now(), article }).catch(() => noOffers);
  const typed = typedIn(known);
  const refusal = error instanceof Refusal ? error : undefined;
  const refused = {
    ...{ code, retryAfterS: refusal?.retryAfterS },
    reason: refusal?.fields.find(({ field }) => field === 'text')?.reason,
    typed: typed.edit ?? typed.appeal,
  };
  return receiptMarkup(app, known, comment, { offers, refused, typed });
};

/** The comment as it is now: whoever was first may have been so a moment ago. */
const asItIs = async ({ store }: Deps, own: Comment): Promise<Comment> => {
  const { site, article, id } = own;
  return (await store.find({ site, article, id }).catch(() => undefined)) ?? own;
};

const typedIn = ({ event, input }: Partial<All> & Arrived) => {
  const text = input?.kind === 'form' ? input.fields.get('text') : undefined;
  const isAppeal = event.routeKey.endsWith('/appeal');
  return isAppeal ? { appeal: text } : { edit: text };
};

const otherPage = ({ event, site, language }: Partial<All> & Arrived, problem: Problem): string =>
  refusalPage({
    ...problem,
    language: language ?? negotiateLanguage(headerOf(event, 'accept-language'), site?.language ?? 'fr'),
    action: receiptPath({ event }),
    site,
  });
