import { withFirst } from '../../src/comment/display/first-of-month.ts';
import type { Language } from '../../src/comment/site.ts';
import { commentForm } from '../../src/pages/comment-form.ts';
import { type Html, html } from '../../src/pages/html.ts';
import { wordsIn } from '../../src/pages/words/words.ts';
import type { DemoArticle } from './articles/article.ts';
import { demoArticles } from './articles/articles.ts';
import { demoSite } from './demo-site.ts';
import { demoWords } from './demo-words.ts';

/** Paragraphs of a short article. */
const BRIEF = 2;

/** What the API gave for an article; each part is absent when it could not be had. */
export type Conversation = {
  /** The comments' fragment. */
  readonly comments?: Html;
  readonly formToken?: string;
  readonly isClosed: boolean;
};

type Place = {
  /** Where the form is sent. */
  readonly action: string;
  /** The page's own address. */
  readonly link: string;
};

/** An article as its publisher would show it: the text, what is related, the comments and the form under them. */
export const articlePage = (article: DemoArticle, conversation: Conversation, place: Place): Html => {
  const words = demoWords[article.language];
  return html`<main>
<article class="story">
<p class="section">${article.section}</p>
<h1>${article.title}</h1>
<p class="lead">${article.lead}</p>
<p class="byline">${words.by} ${article.author} · ${dateOf(article)} · <a href="#comments">${wordsIn(article.language).comments.title}</a></p>
${article.paragraphs.map((paragraph) => html`<p>${paragraph}</p>\n`)}</article>
${related(article)}
<palabre-comments site="${demoSite.id}" article="${article.slug}" lang="${article.language}">
${conversation.comments ?? html`<section class="comments" id="comments"><h2>${wordsIn(article.language).comments.title}</h2><p class="notice">${words.unavailable}</p></section>`}
${!conversation.isClosed && respond(article, conversation, place)}
</palabre-comments>
</main>
<footer class="colophon">${words.allOf}</footer>`;
};

const dateOf = ({ language, published }: DemoArticle): Html => {
  const format = new Intl.DateTimeFormat(wordsIn(language).locale, { dateStyle: 'long', timeZone: 'UTC' });
  return html`<time datetime="${published}">${withFirst(format.format(new Date(published)))}</time>`;
};

const related = ({ language, slug }: DemoArticle): Html => {
  const words = demoWords[language];
  const others = demoArticles.filter((other) => other.slug !== slug && isRelated(other, language));
  return html`<nav class="related" aria-labelledby="related">
<h2 id="related">${words.related}</h2>
<ul>
${others.map(
  (
    other,
  ) => html`<li><a href="${other.path}" hreflang="${other.language}"><span lang="${other.language}">${other.title}</span></a>
<span class="soft">${other.language !== language && html`${words.translated} · `}${badge(other, language)}</span></li>\n`,
)}<li><a href="/">${words.all}</a></li>
</ul>
</nav>`;
};

/** Of the other language, only what has much to talk about. */
const isRelated = (other: DemoArticle, language: Language): boolean =>
  other.language === language || other.paragraphs.length > BRIEF;

/** Filled by the script; without it, it is the way to the comments. */
export const badge = ({ path, slug }: DemoArticle, language: Language): Html =>
  html`<a href="${path}#comments"><palabre-count site="${demoSite.id}" article="${slug}">${wordsIn(language).comments.title}</palabre-count></a>`;

const respond = (
  { language, slug, title }: DemoArticle,
  { formToken }: Conversation,
  { action, link }: Place,
): Html => {
  const words = demoWords[language];
  return html`<section id="respond" aria-labelledby="respond-title">
<h2 id="respond-title">${wordsIn(language).form.title}</h2>
<p class="soft">${words.required}</p>
${commentForm({
  language,
  action,
  readsFirst: true,
  typed: {
    article: slug,
    title,
    link,
    redirect_to: link,
    ...(formToken ? { formToken } : {}),
  },
})}
<p class="soft">${words.space}</p>
</section>`;
};
