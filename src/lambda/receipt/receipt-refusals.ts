import { type Problem, problemOf } from '../../api/problem.ts';
import type { Comment } from '../../comment/comment.ts';
import { Refusal } from '../../comment/refusal.ts';
import { noOffers } from '../../moderation/author/offers.ts';
import { pageHeaders } from '../../pages/layout.ts';
import { erasedPage } from '../../pages/receipt/erase-pages.ts';
import { refusalPage, unread } from '../../pages/refusal-page.ts';
import type { FindComment } from '../../storage/comment-store.ts';
import { readOffers } from '../../use-cases/receipts/read-offers.ts';
import { type Around, type Arrived, knownSoFar } from '../chain.ts';
import { keptOf, typedIn } from '../forms/typed-form.ts';
import { languageOf, page, wantsPage } from '../http.ts';
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
  const { typed, kept } = textIn(known, code);
  if (code === 'comment-erased') return erasedPage({ language, site, action, link: article?.link, typed });
  if (!own) return undefined;

  const comment = await asItIs(app, own);
  // What cannot be read now is offered again on the next page.
  const offers = await readOffers(app, comment, { now: app.now(), article }).catch(() => noOffers);
  const isAppeal = actOf(known) === 'appeal';
  const refusal = error instanceof Refusal ? error : undefined;
  const refused = {
    ...{ code, retryAfterS: refusal?.retryAfterS, isAppeal, typed, kept },
    reason: refusal?.fields.find(({ field }) => field === 'text')?.reason,
  };
  const text = isAppeal ? { appeal: typed } : { edit: typed };
  return receiptMarkup(app, known, comment, { offers, refused, typed: text });
};

/** The comment as it is now: whoever was first may have been so a moment ago. */
const asItIs = async ({ store }: Deps, own: Comment): Promise<Comment> => {
  const { site, article, id } = own;
  return (await store.find({ site, article, id }).catch(() => undefined)) ?? own;
};

const actOf = ({ event }: Arrived): string => event.routeKey.split('/').at(-1) ?? '';

/** The text of an edit or an appeal, also where the form was refused before anybody read it. */
const textIn = (known: Partial<All> & Arrived, code: Problem['code']) => {
  if (!['edit', 'appeal'].includes(actOf(known))) return {};
  const form = typedIn(known, ['text']);
  const typed = form?.fields.get('text');
  const isMissing = form !== undefined || unread.has(code);
  return { typed, kept: typed || isMissing ? keptOf(form) : undefined };
};

const otherPage = (known: Partial<All> & Arrived, problem: Problem): string => {
  const { event, site, language } = known;
  return refusalPage({
    ...problem,
    language: language ?? languageOf(event, site?.language),
    action: receiptPath({ event }),
    keptText: textIn(known, problem.code).typed,
    site,
  });
};
