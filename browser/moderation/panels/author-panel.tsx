import { useDesk } from '../desk.ts';
import { Moment } from '../row/moment.tsx';
import { StatusWord } from '../row/outcome.tsx';
import { placeHref } from '../shell/place.ts';
import type { Comment } from '../wire.ts';

/** What is known of a comment's author. */
export const AuthorPanel = ({ comment: { author } }: { readonly comment: Comment }) => {
  const { author: said } = useDesk().words.value.panels;
  return (
    <div class="panel">
      <dl class="facts">
        <dt>{said.approved}</dt>
        <dd>{author.approved ?? 0}</dd>
        <dt>{said.refused}</dt>
        <dd>{author.refused ?? 0}</dd>
        {author.firstSeenAt && (
          <>
            <dt>{said.firstSeen}</dt>
            <dd>
              <Moment at={author.firstSeenAt} />
            </dd>
          </>
        )}
        {author.url && (
          <>
            <dt>{said.page}</dt>
            <dd>
              <span class="address">{author.url}</span> (
              {author.page?.shown ? said.pageShown : said.pageHidden})
            </dd>
          </>
        )}
      </dl>
      {author.last && <LastWords last={author.last} />}
      {author.key && <OtherComments author={author.key} />}
    </div>
  );
};

const LastWords = ({ last }: { readonly last: NonNullable<Comment['author']['last']> }) => {
  const { panels, queue } = useDesk().words.value;
  return (
    <>
      <h3>{panels.author.last}</h3>
      <blockquote dir="auto">{queue.quote(last.excerpt)}</blockquote>
      <StatusWord status={last.status} /> <Moment at={last.createdAt} />
    </>
  );
};

/** Ways to an author's other comments: all of them, and those of the list beside. */
const OtherComments = ({ author }: { readonly author: string }) => {
  const { words, place } = useDesk();
  const { author: said } = words.value.panels;
  // What is to be ticked there was said of other rows.
  const { view, query } = place.value;
  const { tick: _, ...filters } = query;
  return (
    <ul class="ways">
      <li>
        <a href={placeHref('search', { author })}>{said.all}</a>
      </li>
      <li>
        <a href={placeHref(view, { ...filters, author })}>{said.queued}</a>
      </li>
    </ul>
  );
};
