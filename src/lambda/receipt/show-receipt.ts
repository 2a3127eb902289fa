import type { Reply as ReceiptReply } from '../../api/readers/show-receipt.ts';
import { receiptView } from '../../api/receipts/receipt-views.ts';
import type { Comment } from '../../comment/comment.ts';
import type { Offers } from '../../moderation/author/offers.ts';
import { pageHeaders } from '../../pages/layout.ts';
import { type Receipt, receiptPage } from '../../pages/receipt-page.ts';
import { textVersion } from '../../screening/text/text-version.ts';
import type { FindAppeal, HasReply } from '../../storage/receipt-store.ts';
import type { ReadSecrets } from '../../tokens/secrets.ts';
import { readOffers } from '../../use-cases/receipts/read-offers.ts';
import type { Arrived } from '../chain.ts';
import { visitorCookie } from '../forms/visitor-cookie.ts';
import { json, page, type Reply, seeOther, wantsPage } from '../http.ts';
import { provenAuthor } from '../proven-author.ts';
import { asRead, type OpenedReceipt } from './open-receipt.ts';
import { receiptOf } from './receipt-of.ts';

export type ReceiptDeps = {
  readonly baseUrl: string;
  readonly now: () => number;
  readonly secrets: ReadSecrets;
  readonly store: HasReply & FindAppeal;
};
type Known = Arrived & OpenedReceipt;

/** Where a receipt's own page is, and its forms are sent. */
export const receiptPath = ({ event }: Arrived): string =>
  `/r/${encodeURIComponent(event.pathParameters?.receipt ?? '')}`;

const receiptJson = ({ article, site }: Known, comment: Comment, offers: Offers): ReceiptReply =>
  receiptView(asRead(site, comment), { article, offers, display: site.policy.display });

/** The query of the page after its text was changed. */
const SAVED = 'saved';

/** A receipt as it is: a page, or JSON. */
export const showReceipt = async (app: ReceiptDeps, known: Known, comment: Comment): Promise<Reply> => {
  const offers = await readOffers(app, comment, { now: app.now(), article: known.article });
  if (!wantsPage(known.event)) return json<ReceiptReply>(200, receiptJson(known, comment, offers));
  const markup = await receiptMarkup(app, known, comment, { offers });
  return page(200, markup, pageHeaders());
};

/** After something was done to a comment: its receipt as JSON, or a browser's way back to it, so that a reload does nothing again. */
export const answerReceipt = async (
  app: ReceiptDeps,
  known: Known,
  comment: Comment,
  statusCode: 200 | 202 = 200,
): Promise<Reply> => {
  if (wantsPage(known.event)) return seeOther(`${receiptPath(known)}${isEdit(known) ? `?${SAVED}` : ''}`);
  const offers = await readOffers(app, comment, { now: app.now(), article: known.article });
  return json<ReceiptReply>(statusCode, receiptJson(known, comment, offers));
};

const isEdit = ({ event }: Known): boolean => event.routeKey.endsWith('/edit');

type More = Pick<Receipt, 'refused'> & {
  readonly offers: Offers;
  readonly typed?: NonNullable<Receipt['acts']>['typed'];
};

/** The page of a receipt. */
export const receiptMarkup = async (
  app: ReceiptDeps,
  known: Known,
  comment: Comment,
  { offers, refused, typed }: More,
): Promise<string> => {
  const { event, site, article } = known;
  const token = visitorCookie(event);
  const now = app.now();
  const author = provenAuthor(token, site, await app.secrets(token), now);
  return receiptPage({
    ...receiptOf(site, comment, article, app.baseUrl),
    ...(refused ? { refused } : {}),
    isSaved: event.rawQueryString === SAVED,
    acts: {
      ...{
        action: receiptPath(known),
        address: `${app.baseUrl}${receiptPath(known)}`,
        offers,
        now,
        version: textVersion(comment.text),
        isProven: author !== undefined && author === comment.authorKey,
      },
      ...(typed ? { typed } : {}),
    },
  });
};
