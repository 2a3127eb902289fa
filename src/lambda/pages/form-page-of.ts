import { commentsPagePath, formAction } from '../../comment/addresses.ts';
import { type Article, linkOnSite } from '../../comment/article.ts';
import { policyFor } from '../../comment/policies/policy-for.ts';
import { type Language, type Site, timeZoneOf } from '../../comment/site.ts';
import type { FormPage } from '../../pages/form-page.ts';
import type { ShownComment } from '../../storage/comment-store.ts';
import type { Challenge } from '../../tokens/challenge.ts';

type Opened = {
  readonly site: Site;
  readonly language: Language;
  readonly article: string;
  readonly known: Article | undefined;
  /** The publisher's page to come back to. */
  readonly page: string | undefined;
  readonly formToken: string;
  readonly answered: ShownComment | undefined;
  readonly challenge: Challenge | undefined;
  /** Whether the browser holds the proof of an author on this site. */
  readonly isRemembered: boolean;
};

/** A form on a page of its own, which leads back to where its reader came from. */
export const formPageOf = ({ site, language, known, answered, ...opened }: Opened): FormPage => {
  const { article, formToken, page, challenge, isRemembered } = opened;
  const link = page ?? linkOnSite(site, known?.link);
  return {
    language,
    site,
    timeZone: timeZoneOf(site),
    display: site.policy.display,
    title: known?.title,
    link,
    comments: commentsPagePath(site.id, { article, around: answered?.id, lang: language }),
    action: formAction(site.id, 'comments', language),
    carried: {
      article,
      formToken,
      ...(answered ? { parent: answered.id } : {}),
      ...(link === undefined ? {} : { redirect_to: link }),
      ...(isRemembered ? { 'wp-comment-cookies-consent': 'yes' } : {}),
    },
    answered,
    challenge: challenge && JSON.stringify(challenge),
    closed: known?.mode === 'closed',
    readsFirst: policyFor(site.policy, article).firstComment.approvedMin > 0,
  };
};
