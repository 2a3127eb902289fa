import type { Words } from './table.ts';

/** What each refusal says in English. */
export const refusals: Words['refusals'] = {
  'already-a-member': {
    happened: 'This account is on the team already.',
    advice: 'Sign in to moderate.',
  },
  'already-answered': {
    happened: 'Somebody has answered this comment.',
    advice: 'It can no longer be changed or withdrawn, but you can still erase it.',
  },
  'already-appealed': {
    happened: 'You have already asked for a second look.',
    advice: 'The answer will appear on this page.',
  },
  'already-decided': {
    happened: 'A moderator has already dealt with this comment.',
    advice: 'There is nothing more to do.',
  },
  'article-closed': {
    happened: 'This article takes no more comments.',
    advice: 'Copy your text if you want to keep it.',
  },
  'ban-not-found': {
    happened: 'There is no such ban.',
    advice: 'It may have been lifted, or it has ended.',
  },
  'body-too-large': {
    happened: 'What you sent is too large.',
    advice: 'Shorten your comment and send it again.',
  },
  'changed-meanwhile': {
    happened: 'Something changed while you were sending.',
    advice: 'Send your comment again.',
  },
  'comment-erased': {
    happened: 'This comment was erased.',
    advice: 'Its text, the name and all that came with it are deleted.',
  },
  'comment-not-found': {
    happened: 'This comment does not exist any more, or never did.',
    advice: 'Go back to the article to read the others.',
  },
  'idempotency-key-reused': {
    happened: 'Another comment was already sent with the same key.',
    advice: 'Reload the article before you try again.',
  },
  'internal-error': {
    happened: 'Something went wrong on our side.',
    advice: 'Send your comment again in a moment.',
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
  'invalid-id-token': {
    happened: 'Your sign-in could not be checked.',
    advice: 'Sign in again by the link of your invitation.',
  },
  'invalid-idempotency-key': {
    happened: 'The key your comment was sent with is not valid.',
    advice: 'Reload the article before you try again.',
  },
  'invalid-query': {
    happened: 'The address of this page is incomplete or wrong.',
    advice: 'Go back to the article and follow a current link.',
  },
  'invalid-token': {
    happened: 'You are not signed in.',
    advice: 'Sign in again.',
  },
  'invalid-undo': {
    happened: 'There is nothing to undo here.',
    advice: 'The time to undo may have passed.',
  },
  'invitation-not-found': {
    happened: 'This invitation was used, has expired or was taken back.',
    advice: 'Ask an admin of the site for another.',
  },
  'issuer-unavailable': {
    happened: 'The sign-in service does not answer.',
    advice: 'Try again in a moment.',
  },
  'last-admin': {
    happened: 'This is the last admin of the site.',
    advice: 'Appoint another admin first.',
  },
  'member-not-found': {
    happened: 'This person is not on the team.',
    advice: 'Reload the page to see who is.',
  },
  'method-not-allowed': {
    happened: 'This address does not take that kind of request.',
    advice: 'Go back to the article and use its form.',
  },
  'not-a-moderator': {
    happened: 'This page is for moderators.',
    advice: 'Sign in with an account of the team.',
  },
  'nothing-to-appeal': {
    happened: 'There is nothing to look at again for now.',
    advice: 'This page says how your comment stands.',
  },
  'origin-not-allowed': {
    happened: 'The page you sent this from does not belong to this site.',
    advice: 'Go to the article on the site itself, and do it there.',
  },
  'parent-not-found': {
    happened: 'The comment you are answering is no longer there.',
    advice: 'Send again: your text will start a new thread.',
  },
  'policy-version-not-found': {
    happened: 'The history of the policy has no such version.',
    advice: 'Choose another one from the history.',
  },
  'receipt-not-found': {
    happened: 'We find no comment at this address.',
    advice: 'It may have been deleted, or the address is incomplete.',
  },
  'route-not-found': {
    happened: 'There is nothing at this address.',
    advice: 'Check it, or go back to the page you came from.',
  },
  'site-not-found': {
    happened: 'This site does not use this comment service.',
    advice: 'Copy your text if you want to keep it.',
  },
  'storage-unavailable': {
    happened: 'The service is unavailable at the moment.',
    advice: 'Wait a moment, then send your comment again.',
  },
  'team-full': {
    happened: 'The team has as many members as it may have.',
    advice: 'Remove somebody first.',
  },
  'too-late': {
    happened: 'The 15 minutes to change or withdraw this comment are over.',
    advice: 'You can still erase it.',
  },
  'too-many-bans': {
    happened: 'The list of bans is full.',
    advice: 'Lift a ban that the site can do without.',
  },
  'too-many-comments': {
    happened: 'There has to be a little time between two comments.',
    advice: 'Wait a moment, then send this one again.',
  },
  'too-many-reports': {
    happened: 'You have reported many comments in a short time.',
    advice: 'Wait a few minutes, then report this one.',
  },
  'too-many-requests': {
    happened: 'Too many requests about this comment in a short time.',
    advice: 'Wait a few minutes, then try again.',
  },
  'unsupported-media-type': {
    happened: 'What you sent is in a format we do not read.',
    advice: 'Use the article’s form.',
  },
};
