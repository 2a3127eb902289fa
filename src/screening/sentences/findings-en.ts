import type { FindingSentences } from './finding-sentences.ts';

const duplicate = 'Nearly the same text was sent before';

/** The checks' findings in English. */
export const en: FindingSentences = {
  checks: {
    'article-mode': {
      moderator: 'Under this article every comment is read first',
      author: 'Under this article every comment is read before it is published',
    },
    flood: { moderator: 'Many comments in a short time', author: 'Many comments came in a short time' },
    surge: {
      moderator: 'Held because much spam is coming in',
      terms: {
        '{} % of the site': '{}% of the site’s comments',
        '{} % of the article': '{}% of the article’s comments',
        'in {} minutes': 'in {} minutes',
      },
      author: 'Much spam is coming in at the moment, so new people’s comments are read first',
    },
    invisible: {
      moderator: 'Characters that cannot be seen',
      terms: {
        '{} inside a word': '{} inside a word',
        '{} as a blank letter': '{} as a blank letter',
        '{} outside a flag': '{} outside a flag',
        '{} between single letters': '{} between single letters',
        '{} in a row': '{} in a row',
        'hardly anything to see': 'hardly any others',
        'nothing to see': 'no others',
      },
      author: 'The text has characters that cannot be seen',
    },
    'text-length': { moderator: 'The text is too short or too long' },
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
      ...{ moderator: 'Several links', terms: 'quoted' },
      author: 'A text with several links is read before it is published',
    },
    'abusive-words': {
      ...{ moderator: 'Insulting words', terms: 'quoted' },
      author: 'Some words may hurt',
    },
    honeypot: { moderator: 'A field that nobody sees was filled in, as robots do' },
    'form-token': {
      moderator: 'The form was not filled in as people do',
      terms: {
        forged: 'forged',
        'used again': 'used again',
        'used from another network': 'used from another network',
        'too fast: after {} s': 'too fast: after {} s',
        'expired: after {} h': 'expired: after {} h',
      },
    },
    proof: {
      moderator: 'The verification asked of the device was not done',
      terms: {
        missing: 'missing',
        'not right': 'not right, or done for something else',
        expired: 'expired',
        'used again': 'used again',
      },
      author:
        'The automatic verification that this site asks of browsers could not be done, so the comment is read first',
    },
    duplicate: {
      moderator: 'The same text was sent before',
      terms: { 'the same {} min ago': '{} min ago', 'the same {} h ago': '{} h ago' },
      author: duplicate,
    },
    'near-duplicate': { moderator: duplicate, author: duplicate },
    banned: {
      moderator: 'Banned by a moderator',
      terms: {
        'the author': 'the author',
        'the e-mail address': 'the email address',
        'the network': 'the network',
      },
    },
    'blocked-words': { moderator: 'A term of the site’s list', terms: 'quoted' },
    'blocked-emails': {
      moderator: 'An email address of the site’s list',
      terms: { 'a pattern of the list': 'a pattern of the list' },
    },
    'blocked-domains': { moderator: 'A domain of the site’s list', terms: 'quoted' },
    'blocked-networks': {
      moderator: 'A network of the site’s list',
      terms: { 'a network of the list': 'a network of the list' },
    },
    staff: {
      moderator: 'Signed with a name kept for the newsroom',
      terms: {
        'the name of a member': 'the name of a member',
        'the e-mail address of a member': 'the email address of a member',
      },
      author: 'The name is kept for the newsroom',
    },
    'author-page': {
      moderator: 'The author’s page was stated before',
      terms: {
        'filed as spam': 'filed as spam',
        'under {} names': 'under {} names',
        'under {} articles': 'under {} articles',
      },
    },
    'first-comment': {
      moderator: 'This person’s comments are read first',
      terms: {
        'none was judged yet': 'none had been judged yet',
        '{} approved, {} refused': 'approved: {}, refused: {}',
        '{} filed as spam': 'filed as spam: {}',
        'a decision just now': 'a recent decision counted against them',
        '{} since a moderator last looked': 'come in since a moderator last looked: {}',
      },
      author: 'A person’s first comments, and sometimes later ones, are read before they are published',
    },
  },
  failed: 'One of the checks could not run',
  shadow: {
    approve: 'This check is only watched',
    hold: 'This check is only watched: it would have held the comment',
    spam: 'This check is only watched: it would have called the comment spam',
    refuse: 'This check is only watched: it would have refused the comment',
  },
  mode: {
    hold: 'The site’s policy holds whatever this check finds',
    spam: 'The site’s policy files as spam whatever this check finds',
  },
  waits: 'A person reads it before it is published',
  decimalMark: '.',
};
