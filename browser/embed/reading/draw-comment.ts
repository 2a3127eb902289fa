import type { Reply as CommentList } from '../../../src/api/readers/list-comments.ts';
import { withFirst } from '../../../src/comment/display/first-of-month.ts';
import { identiconOf } from '../identicon.ts';
import { nodesOf } from '../markup.ts';
import { node } from '../nodes.ts';
import { pageToReturn } from '../page-facts.ts';
import { addressOf, type Place } from '../place.ts';

type Shown = CommentList['comments'][number];

/** A comment as the API's fragment draws it. @param format of the list, from `dateFormat` */
export const drawComment = (place: Place, comment: Shown, format: Intl.DateTimeFormat): HTMLElement => {
  const { words } = place;
  const id = `comment-${comment.id}`;
  if (comment.removed)
    return node(
      'article',
      { id },
      node('p', { class: 'removed' }, comment.withdrawn ? words.withdrawn : words.removed),
    );
  const time = withFirst(format.format(new Date(comment.createdAt)));
  return node(
    'article',
    { id },
    node(
      'header',
      {},
      comment.identicon ? identiconOf(comment.identicon) : undefined,
      node('h3', {}, byline(comment)),
      comment.staff ? node('span', { class: 'badge' }, words.staff) : undefined,
      node('a', { href: `#${id}` }, node('time', { datetime: comment.createdAt }, time)),
    ),
    nodesOf(comment.html),
    comment.edited ? node('p', { class: 'edited' }, words.edited[comment.edited]) : undefined,
    waysOf(place, comment),
  );
};

const byline = ({ author, url }: Shown): HTMLElement => {
  const name = author ?? '';
  const link = url && node('a', { href: url, rel: 'nofollow ugc noopener' }, name);
  return node('bdi', { class: 'author' }, link || name);
};

/** As the API's own pages show times: by the site's clock, whose name is told where it is no place's. */
export const dateFormat = ({ words }: Place, { dataset: { timeZone } }: HTMLElement): Intl.DateTimeFormat => {
  const formatIn = (zone: string | undefined) =>
    new Intl.DateTimeFormat(words.locale, {
      day: 'numeric',
      month: 'long',
      year: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      timeZone: zone,
      timeZoneName: zone === 'UTC' ? 'short' : undefined,
    });
  try {
    return formatIn(timeZone);
  } catch {
    // A browser that is older than the zone's name.
    return formatIn(undefined);
  }
};

const waysOf = (place: Place, { id, author }: Shown): HTMLElement => {
  const { words, language: lang } = place;
  const name = author ?? '';
  const back = pageToReturn();
  const reply = addressOf(place, 'form', { as: 'page', parent: id, ...back, lang });
  const report = addressOf(place, 'report', { comment: id, ...back, lang });
  const answer = node('a', { href: reply, rel: 'nofollow', 'aria-label': words.replyTo(name) }, words.reply);
  return node(
    'footer',
    {},
    ...(place.closed ? [] : [answer, ' ']),
    node('a', { href: report, rel: 'nofollow', 'aria-label': words.reportOf(name) }, words.report),
  );
};
