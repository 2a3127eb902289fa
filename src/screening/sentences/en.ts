import type { Sentences } from './words.ts';

const duplicate = 'Nearly the same text has just been sent';

/** What checks found, in English. */
export const en: Sentences = {
  'article-mode': {
    moderator: 'Under this article every comment is read first',
    author: 'Under this article every comment is read before it is published',
  },
  invisible: { moderator: 'Invisible characters', author: 'The text has invisible characters' },
  'bidi-controls': {
    moderator: 'Characters that turn the reading direction round',
    author: 'The text has characters that turn the reading direction round',
  },
  shouting: {
    moderator: 'Nearly all in capitals',
    author: 'Nearly everything is written in capitals',
  },
  'endless-word': { moderator: 'A word without an end', author: 'The text has a very long word' },
  links: {
    ...{ moderator: 'Several links', terms: true },
    author: 'A text with several links is read before it is published',
  },
  'abusive-words': { ...{ moderator: 'Insulting words', terms: true }, author: 'Some words may hurt' },
  honeypot: { moderator: 'A field that nobody sees was filled in, as robots do' },
  'form-token': { moderator: 'The form was not filled in as people do', terms: true },
  duplicate: { moderator: 'The same text has just been sent', author: duplicate },
  'near-duplicate': { moderator: duplicate, author: duplicate },
  'blocked-words': { moderator: 'A term of the site’s list', terms: true },
  'blocked-emails': { moderator: 'An e-mail address of the site’s list', terms: true },
  'blocked-domains': { moderator: 'A domain of the site’s list', terms: true },
  'blocked-networks': { moderator: 'A network of the site’s list', terms: true },
  flood: { moderator: 'Many comments in a short time', author: 'Many comments came in a short time' },
  'first-comment': {
    moderator: 'Moderators have not seen enough of this person’s comments yet',
    author: 'A person’s first comments are read before they are published',
  },
};
