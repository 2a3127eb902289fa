import { type Article, linkOnSite, onItsSite } from '../../comment/article.ts';
import type { Comment } from '../../comment/comment.ts';
import { Refusal } from '../../comment/refusal.ts';
import type { Language, Site } from '../../comment/site.ts';
import type { FindComment, ReadArticle, ReadSite } from '../../storage/comment-store.ts';
import type { ReadSecrets } from '../../tokens/secrets.ts';
import type { Arrived, Layer } from '../chain.ts';
import { languageOf } from '../http.ts';

export type OpenReceiptDeps = {
  readonly secrets: ReadSecrets;
  readonly store: FindComment & ReadArticle & ReadSite;
};

/** What a receipt leads to. The comment may be gone. Pages speak the language it was sent in. */
export type OpenedReceipt = {
  readonly site: Site;
  readonly language: Language;
  readonly comment: Comment | undefined;
  readonly article: Article | undefined;
};

/** Reads, in one round trip, what the receipt in the path names. @throws {Refusal} `receipt-not-found` for one that we did not issue */
export const openReceipt =
  ({ secrets, store }: OpenReceiptDeps): Layer<Arrived, OpenedReceipt> =>
  async ({ event }) => {
    const ref = await readReceipt(secrets, event);
    const [site, comment, article] = await Promise.all([
      store.readSite(ref.site),
      store.find(ref),
      store.readArticle(ref.site, ref.article),
    ]);
    if (!site) throw noReceipt();
    const language = comment?.language ?? languageOf(event, site.language);
    return { site, language, comment, article: article && onItsSite(site, article) };
  };

/** The site of the receipt in the path, whatever became of its comment. @throws {Refusal} `receipt-not-found` */
export const siteOfReceipt =
  ({
    secrets,
    store,
  }: {
    readonly secrets: ReadSecrets;
    readonly store: ReadSite;
  }): Layer<Arrived, Pick<OpenedReceipt, 'site'>> =>
  async ({ event }) => {
    const site = await store.readSite((await readReceipt(secrets, event)).site);
    if (!site) throw noReceipt();
    return { site };
  };

const readReceipt = async (secrets: ReadSecrets, { pathParameters }: Arrived['event']) => {
  const { receipt = '' } = pathParameters ?? {};
  const ref = (await secrets(receipt)).tokens.receipt.read(receipt);
  if (!ref) throw noReceipt();
  return ref;
};

/** A comment as its author reads it: where they said the article stands, if that is still on its site. */
export const asRead = (site: Site, { articleLink, ...comment }: Comment): Comment => {
  const link = linkOnSite(site, articleLink);
  return link === undefined ? comment : { ...comment, articleLink: link };
};

export const noReceipt = () =>
  new Refusal('receipt-not-found', 'There is no comment behind this receipt (any more).');
