import { duration } from './duration.ts';
import { numberFormat } from './formats.ts';
import type { Words } from './table.ts';

/** Intl is asked late: its first use takes 16 ms, which most answers need not spend. */
const number = (count: number) => numberFormat('en-GB').format(count);

/** The pages in English. */
export const en: Words = {
  locale: 'en-GB',
  timeZone: 'UTC',
  comments: {
    title: 'Comments',
    counted: (count) => `${number(count)} comment${count === 1 ? '' : 's'}`,
    none: 'No comments yet. Start the conversation!',
    closed: 'This article takes no more comments.',
    inReplyTo: 'In reply to',
    earlierComment: 'an earlier comment',
    reply: 'Reply',
    replyTo: (author) => `Reply to ${author}`,
    more: 'More comments',
  },
  form: {
    title: 'Leave a comment',
    author: 'Your name',
    email: 'E-mail',
    emailHint: 'Never shown or passed on.',
    url: 'Website',
    text: 'Your comment',
    optional: 'optional',
    consent: 'Recognise me next time (a cookie, for a year)',
    honeypot: 'Leave this field empty',
    send: 'Send comment',
  },
  refusal: {
    title: 'Your comment was not sent',
    nothing: 'This page cannot be shown',
    kept: 'Everything you wrote is below.',
    lost: 'Go back to the previous page in your browser: your text is probably still there.',
    correct: 'Please correct:',
    wait: (seconds) => `You can send your comment again in ${duration(seconds, 'en-GB')}.`,
    reference: 'Incident reference:',
    back: 'Back to the article',
  },
  refusals: {
    'already-decided': {
      happened: 'A moderator has already dealt with this comment.',
      advice: 'There is nothing more to do.',
    },
    'article-closed': {
      happened: 'This article takes no more comments.',
      advice: 'Copy your text if you want to keep it.',
    },
    'body-too-large': {
      happened: 'What you sent is too large.',
      advice: 'Shorten your comment and send it again.',
    },
    'changed-meanwhile': {
      happened: 'Something changed while you were sending.',
      advice: 'Send your comment again.',
    },
    'comment-not-found': {
      happened: 'This comment does not exist, or no longer does.',
      advice: 'Go back to the article to read the others.',
    },
    'idempotency-key-reused': {
      happened: 'Another comment was already sent with the same key.',
      advice: 'Reload the article before you try again.',
    },
    'invalid-body': {
      happened: 'What you sent could not be read.',
      advice: 'Send your comment again from the article.',
    },
    'invalid-cursor': {
      happened: 'This page of comments no longer exists.',
      advice: 'Go back to the article to read from the start.',
    },
    'invalid-fields': {
      happened: 'One or more fields need another look.',
      advice: 'Correct them and send your comment again.',
    },
    'invalid-idempotency-key': {
      happened: "The sending's key is not valid.",
      advice: 'Reload the article before you try again.',
    },
    'invalid-query': {
      happened: 'The address of this page is incomplete or wrong.',
      advice: 'Go back to the article and follow a current link.',
    },
    'invalid-undo': {
      happened: 'There is nothing to undo here.',
      advice: 'The time to undo may have passed.',
    },
    'method-not-allowed': {
      happened: 'This address does not take that kind of request.',
      advice: 'Go back to the article and use its form.',
    },
    'not-a-moderator': {
      happened: 'This page is for moderators.',
      advice: 'Sign in with an account that is one.',
    },
    'origin-not-allowed': {
      happened: 'The page you sent this from does not belong to this site.',
      advice: 'Go to the article on the site itself to comment there.',
    },
    'parent-not-found': {
      happened: 'The comment you are answering is no longer there.',
      advice: 'Send again: your text will start a new thread.',
    },
    'receipt-not-found': {
      happened: 'We find no comment at this address.',
      advice: 'It may have been deleted, or the address is incomplete.',
    },
    'route-not-found': {
      happened: 'There is nothing at this address.',
      advice: 'Check it, or go back to the article.',
    },
    'site-not-found': {
      happened: 'This site does not use this comment service.',
      advice: 'Copy your text if you want to keep it.',
    },
    'storage-unavailable': {
      happened: 'The service is unavailable at the moment.',
      advice: 'Wait a moment, then send your comment again.',
    },
    'too-many-comments': {
      happened: 'You are sending comments too quickly.',
      advice: 'Wait a little before you send this one.',
    },
    'unsupported-media-type': {
      happened: 'What you sent is in a format we do not read.',
      advice: "Use the article's form.",
    },
    'internal-error': {
      happened: 'Something went wrong on our side.',
      advice: 'Send your comment again in a moment.',
    },
  },
  fields: {
    article: 'The article is not recognised.',
    author: 'Give your name on one line, in at most 245 characters.',
    email: 'Check the e-mail address, for example name@example.com, or leave it empty.',
    formToken: "The form's token was not valid; it has been renewed.",
    link: "The article's address was not valid; it has been taken out.",
    parent: 'The comment you are answering was not recognised; your text will start a thread.',
    proof: 'The automatic check did not succeed.',
    text: 'Your comment is empty, too short or too long (at most 10,000 characters).',
    title: "The article's title was not valid; it has been taken out.",
    url: 'Check the address of the website, for example https://example.com, or leave it empty.',
    visitor: 'Your identification was not valid; it has been taken out.',
  },
  unknownField: (name) => `The field “${name}” is unknown or given twice; it has been taken out.`,
  receipt: {
    title: 'Your comment',
    published: { happened: 'Published', advice: 'Your comment is online.' },
    pending: {
      happened: 'Waiting for a moderator',
      advice: 'A person will read it. Keep the address of this page to see what becomes of it.',
    },
    'not-published': {
      happened: 'Not published',
      advice: 'A moderator decided not to publish your comment.',
    },
    withdrawn: { happened: 'Withdrawn', advice: 'You withdrew this comment.' },
    received: {
      happened: 'Already received',
      advice:
        'This comment reached us a moment ago and waits for a moderator. There is no need to send it again.',
    },
    because: 'What the automatic checks noticed:',
    see: 'See the comment online',
    toArticle: 'Back to the article',
    sent: 'Sent on',
  },
};
