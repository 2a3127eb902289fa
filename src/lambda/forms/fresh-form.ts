import { policyFor } from '../../comment/policies/policy-for.ts';
import type { Site } from '../../comment/site.ts';
import { SECOND_MS } from '../../comment/time.ts';
import type { RefusedPost } from '../../pages/refusal-page.ts';
import type { ReadSecrets, Secrets } from '../../tokens/secrets.ts';
import type { Arrived } from '../chain.ts';
import type { Located } from '../middleware/locate.ts';
import { namedArticle } from '../pages/ways-back.ts';
import { visitorCookie } from './visitor-cookie.ts';

type Issuer = {
  readonly now: () => number;
  readonly newNonce: () => string;
  readonly secrets: ReadSecrets;
};

/** What a form that comes back has besides what was typed. */
export type MakeFresh = (
  known: Arrived & Partial<Located>,
  typed: ReadonlyMap<string, string> | undefined,
) => Promise<Pick<RefusedPost, 'formToken' | 'isRemembered'>>;

/** A fresh token, and whether the reader is known. Neither when the site is not known, or the very reason is that the secret cannot be had. */
export const freshForm =
  ({ now, newNonce, secrets }: Issuer): MakeFresh =>
  async (known, typed) => {
    const { event, site } = known;
    // Of a form that was refused before its article was read, too: a token for what is none is good for nothing.
    const article = namedArticle(known, typed);
    if (!site || !article) return {};
    const [cookie, sent] = [visitorCookie(event), typed?.get('formToken')];
    const { tokens } = await secrets(cookie, sent).catch(() => ({ tokens: undefined }));
    const at = now();
    return {
      formToken: tokens?.form.issue(site.id, article, {
        issuedAt: shownAt(tokens, { site, article, sent }, at),
        nonce: newNonce(),
      }),
      // A form without the box was no wish to be forgotten.
      isRemembered: !typed?.has('consent_offered') && tokens?.visitor.read(cookie, site.id, at) !== undefined,
    };
  };

type Shown = { readonly site: Site; readonly article: string; readonly sent: string | undefined };

/** Whoever corrects a form does not begin anew: it counts as shown when it first was or, where that is not known, for as long as it takes to write. */
const shownAt = ({ form }: Secrets['tokens'], { site, article, sent }: Shown, now: number): number => {
  const { minS } = policyFor(site.policy, article).formToken;
  return Math.max(form.read(sent ?? '', site.id, article)?.issuedAt ?? 0, now - minS * SECOND_MS);
};
