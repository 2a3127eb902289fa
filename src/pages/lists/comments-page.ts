import { bindSpaces } from '../bind-spaces.ts';
import { html } from '../html.ts';
import { layout } from '../layout.ts';
import { type PageOwner, waysOn } from '../ways-on.ts';
import { wordsIn } from '../words/words.ts';
import { commentsFragment, type Fragment } from './comments-fragment.ts';

export type CommentsPage = Fragment & {
  readonly site: PageOwner;
  /** The article's title, if a moderator let it stand. */
  readonly title: string | undefined;
  /** The way back to the article, if it is known. */
  readonly link: string | undefined;
  /** Their Atom feed. */
  readonly feed: string;
};

/** A page of comments by itself, for readers whose publisher's page cannot show further pages. */
export const commentsPage = (page: CommentsPage): string => {
  const { language, site, title, link, feed } = page;
  const { comments: words } = wordsIn(language);
  return layout({
    language,
    site,
    feed,
    title: title ? `${words.title} – ${title}` : words.title,
    body: html`${
      title &&
      html`<h1><bdi>${bindSpaces(title)}</bdi></h1>
`
    }${commentsFragment({ ...page, isPage: !title })}${waysOn({ language, site, link })}`,
  });
};
