import { duration } from './duration.ts';
import { numberFormat } from './formats.ts';
import { refusals } from './refusals-en.ts';
import type { Words } from './table.ts';

/** Lazy, because the first use of Intl takes 16 ms that most answers can do without. */
const number = (count: number) => numberFormat('en-GB').format(count);

const characters = (count: number) => `${number(count)} character${count === 1 ? '' : 's'}`;

/** The pages in English. */
export const en: Words = {
  locale: 'en-GB',
  comments: {
    title: 'Comments',
    counted: (count) => `${number(count)} comment${count === 1 ? '' : 's'}`,
    none: 'No comments yet. Yours will open the conversation.',
    closed: 'This article takes no more comments.',
    inReplyTo: 'In reply to',
    earlierComment: 'an earlier comment',
    reply: 'Reply',
    replyTo: (author) => `Reply to ${author}`,
    report: 'Report',
    reportOf: (author) => `Report ${author}’s comment`,
    write: 'Write a comment',
    more: 'More comments',
    newest: 'Latest comments',
    noneLately: 'No comments in the last 30 days.',
    onArticle: 'On',
    previous: 'Earlier comments',
    fromStart: 'From the first comment',
    gone: 'The comment you asked for is not online. Here are the others.',
    staff: 'Newsroom',
    edited: { newsroom: 'Edited by the newsroom', author: 'Edited by its author' },
    removed: 'This comment was removed.',
    withdrawn: 'This comment was withdrawn by its author.',
  },
  form: {
    title: 'Leave a comment',
    author: 'Your name',
    email: 'Email',
    emailHint: 'Never shown or passed on.',
    url: 'Website',
    text: 'Your comment',
    optional: 'optional',
    consent: 'Recognise me next time (a cookie, for a year)',
    honeypot: 'Leave this field empty',
    more: 'More',
    reading: 'A moderator reads everybody’s first comments before they appear.',
    send: 'Send comment',
  },
  report: {
    title: 'Report this comment',
    why: 'What is wrong with it?',
    reasons: {
      spam: 'Advertising or spam',
      offensive: 'Insults or coarse language',
      harassment: 'Harassment or threats',
      'hate-speech': 'Hatred of a group of people',
      misinformation: 'False information',
      illegal: 'Something else that is illegal',
      'off-topic': 'Nothing to do with the article',
      other: 'Another reason',
    },
    note: 'What the moderators should know',
    send: 'Send report',
    reading: 'It goes to the moderators. The comment’s author is not told who reported it.',
    done: {
      happened: 'Thank you, the moderators have your report.',
      advice:
        'They look at once at what may be illegal, and at anything else once enough readers report it. You have nothing more to do.',
    },
    refused: {
      title: 'Your report was not sent',
      wait: (seconds) => `Wait ${duration(seconds, 'en-GB')} more, then send your report again.`,
      again: 'Send your report again in a moment.',
      correct: 'Say what is wrong with the comment, then send your report again.',
      back: 'Go back to the comment and report it again.',
    },
  },
  refusal: {
    title: 'Your comment was not sent',
    nothing: 'This page cannot be shown',
    kept: 'Everything you wrote is below.',
    partly:
      'What could be read of it is below, and something may be missing: compare it with the previous page in your browser.',
    lost: 'Go back to the previous page in your browser: your text is probably still there.',
    correct: 'Please correct:',
    wait: (seconds) => `Wait ${duration(seconds, 'en-GB')} more, then send your comment again.`,
    retry: (seconds) =>
      seconds ? `Wait ${duration(seconds, 'en-GB')}, then try again.` : 'Try again in a moment.',
    reference: 'Incident reference:',
    replaced:
      'For whoever runs the site: this address was replaced by another, where the article is a value named “article”, not a part of the path:',
  },
  ways: {
    toArticle: 'Back to the article',
    toComments: 'Back to the comments',
    toSite: (name) => `Go to ${name}`,
  },
  refusals,
  fields: {
    article: 'The article is not recognised.',
    author: 'Give your name, on one line.',
    email: 'Check the email address, for example name@example.com, or leave it empty.',
    formToken: 'The form’s token was not valid; it has been renewed.',
    link: 'The article’s address was not valid; it has been taken out.',
    parent: 'The comment you are answering was not recognised; your text will start a thread.',
    proof: 'The automatic check did not succeed.',
    text: 'Your comment has unreadable characters.',
    title: 'The article’s title was not valid; it has been taken out.',
    url: 'Check the address of the website, for example https://example.com, or leave it empty.',
    visitor: 'Your identification was not valid; it has been taken out.',
  },
  reasons: {
    text: {
      missing: 'Your comment is still empty.',
      invisible: 'Your comment has only characters that nobody sees.',
      marks: 'Your comment has too many accents or marks on one letter.',
      'too-short': (limit) => `Your comment is a little short: it takes at least ${characters(limit)}.`,
      'too-long': (limit, over) => `Your comment is ${characters(over)} over the limit of ${number(limit)}.`,
    },
    author: {
      missing: 'Give your name.',
      invisible: 'Your name has only characters that nobody sees.',
      marks: 'Your name has too many accents or marks on one letter.',
      'too-short': (limit) => `Your name is a little short: it takes at least ${characters(limit)}.`,
      'too-long': (limit, over) => `Your name is ${characters(over)} over the limit of ${number(limit)}.`,
    },
    note: {
      missing: 'Your message is still empty.',
      invisible: 'Your message has only characters that nobody sees.',
      marks: 'Your message has too many accents or marks on one letter.',
      'too-short': (limit) => `Your message is a little short: it takes at least ${characters(limit)}.`,
      'too-long': (limit, over) => `Your message is ${characters(over)} over the limit of ${number(limit)}.`,
    },
  },
  wrongParameter: (name) => `The value “${name}” of this page’s address is missing, wrong or given twice.`,
  unknownField: (name) => `The field “${name}” is unknown or given twice; it has been taken out.`,
  receipt: {
    title: 'Your comment',
    published: { happened: 'Published', advice: 'Your comment is online.' },
    pending: {
      happened: 'Waiting for a moderator',
      advice: 'A person reads your comment before it appears.',
    },
    'not-published': {
      happened: 'Not published',
      advice: 'The newsroom chose not to publish this comment under this article.',
    },
    withdrawn: { happened: 'Withdrawn', advice: 'You withdrew this comment.' },
    received: {
      happened: 'Already received',
      advice:
        'This comment reached us a moment ago and waits for a moderator. There is no need to send it again.',
    },
    first: 'A person’s first comments, and sometimes later ones, are read before they appear.',
    because: 'Set aside for review:',
    rejectedFor: {
      offensive: 'Not published by the newsroom: offensive words.',
      abusive: 'Not published by the newsroom: abusive towards somebody.',
      spam: 'Not published by the newsroom: advertising or unwanted links.',
      illegal: 'Not published by the newsroom: against the law.',
      harassment: 'Not published by the newsroom: harassment.',
      misinformation: 'Not published by the newsroom: false information.',
      'hate-speech': 'Not published by the newsroom: hate speech.',
      'off-topic': 'Not published by the newsroom: off topic.',
      other: 'Not published by the newsroom.',
    },
    note: 'From the newsroom:',
    keep: 'Keep the address of this page: it tells you, and you alone, what becomes of your comment.',
    see: 'See the comment online',
    sent: 'Sent on',
  },
};
