import { type Html, html } from '../../src/pages/html.ts';
import { badge } from './article-page.ts';
import { demoArticles } from './articles/articles.ts';
import { longArticle } from './articles/briefs.ts';

/** The way to everything this server shows. */
export const indexPage = (): Html => html`<main>
<h1>À la une</h1>
<ul class="front">
${demoArticles.map(
  (article) => html`<li lang="${article.language}">
<p class="section">${article.section}</p>
<h2><a href="${article.path}" hreflang="${article.language}">${article.title}</a></h2>
<p>${article.lead}</p>
<p>${badge(article, article.language)}</p>
</li>\n`,
)}</ul>
<section class="desk" lang="en">
<h2>Behind the pages</h2>
<ul>
<li><a href="/moderation/">The moderators’ page</a></li>
<li><a href="/openapi.json">The API’s document</a></li>
<li><a href="/health">Its health</a></li>
<li><a href="${longArticle.path}">A page of 5,000 comments</a>, which <code>DEMO=long</code> writes</li>
<li>A moderator’s token: <code>npm run --silent token -- --site demo --role moderator</code>, with the server’s <code>DATA_DIR</code> if it was given one</li>
</ul>
</section>
</main>
<footer class="colophon">Des pages de démonstration, sur cette machine seulement.</footer>`;
