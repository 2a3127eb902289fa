/**
 * The terms that checks put into words of their own and that moderators are shown; all other shown terms are quoted from the
 * draft or from the site's lists. `{}` stands for a figure. Verdicts store them in English, and the sentences of each
 * language translate them.
 */
export type OwnTerms = {
  readonly 'author-page': 'filed as spam' | 'under {} names' | 'under {} articles';
  readonly banned: 'the author' | 'the e-mail address' | 'the network';
  readonly staff: 'the name of a member' | 'the e-mail address of a member';
  readonly surge: '{} % of the site' | '{} % of the article' | 'in {} minutes';
  readonly 'form-token':
    | 'forged'
    | 'used again'
    | 'used from another network'
    | 'too fast: after {} s'
    | 'expired: after {} h';
  readonly proof: 'missing' | 'not right' | 'expired' | 'used again';
  readonly 'blocked-emails': 'a pattern of the list';
  readonly 'blocked-networks': 'a network of the list';
};

/** One of a check's own terms, with its figure. */
export const ownTerm = (term: OwnTerms[keyof OwnTerms], figure = ''): string => term.replace('{}', figure);

/** The figure in a stored term, '' for one that has none; undefined when the stored term is another one. */
export const figureIn = (stored: string, term: string): string | undefined => {
  const [before = '', after] = term.split('{}');
  if (after === undefined) return stored === term ? '' : undefined;
  const isSame = stored.startsWith(before) && stored.endsWith(after);
  const figure = stored.slice(before.length, stored.length - after.length);
  return isSame && /^\d+(?:\.\d+)?$/.test(figure) ? figure : undefined;
};
