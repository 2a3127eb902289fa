/**
 * The terms that checks put into words of their own and that moderators are shown; all other shown terms are quoted from the
 * draft or from the site's lists. Each `{}` stands for a figure or a code point. Verdicts store them in English, and the sentences of each
 * language translate them.
 */
export type OwnTerms = {
  readonly duplicate: 'the same {} min ago' | 'the same {} h ago';
  readonly invisible:
    | '{} inside a word'
    | '{} as a blank letter'
    | '{} outside a flag'
    | '{} between single letters'
    | '{} in a row'
    | 'hardly anything to see'
    | 'nothing to see';
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
  readonly 'first-comment':
    | 'none was judged yet'
    | '{} approved, {} refused'
    | '{} filed as spam'
    | 'a decision just now'
    | '{} since a moderator last looked';
  readonly 'blocked-emails': 'a pattern of the list';
  readonly 'blocked-networks': 'a network of the list';
};

/** One of a check's own terms, with its figures. */
export const ownTerm = (term: OwnTerms[keyof OwnTerms], ...figures: readonly (number | string)[]): string =>
  withFigures(term, figures.map(String));

/** A term or its phrase with figures for its `{}`, in order. */
export const withFigures = (term: string, figures: readonly string[]): string =>
  figures.reduce((text, figure) => text.replace('{}', figure), term);

/** The figures in a stored term, none for one that has none; undefined when the stored term is another one. */
export const figuresIn = (stored: string, term: string): readonly string[] | undefined => {
  const parts = term.replace(/[.?+*()]/g, '\\$&').split('{}');
  return new RegExp(`^${parts.join(FIGURE)}$`).exec(stored)?.slice(1);
};

const FIGURE = String.raw`(\d+(?:\.\d+)?|U\+[\dA-F]{4,6})`;
