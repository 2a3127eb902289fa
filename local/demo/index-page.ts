import { type Html, html } from '../../src/pages/html.ts';
import { wordsIn } from '../../src/pages/words/words.ts';
import { demoArticles } from './articles.ts';
import { demoSite } from './demo-site.ts';

/** The way to everything this server shows. */
export const indexPage = (): Html => html`<main>
<h1>À la une</h1>
<ul class="front">
${demoArticles.map(
  ({ path, slug, language, section, title, lead }) => html`<li lang="${language}">
<p class="section">${section}</p>
<h2><a href="${path}" hreflang="${language}">${title}</a></h2>
<p>${lead}</p>
<p><a href="${path}#comments"><palabre-count site="${demoSite.id}" article="${slug}">${wordsIn(language).comments.title}</palabre-count></a></p>
</li>\n`,
)}</ul>
<section class="desk" lang="en">
<h2>Behind the pages</h2>
<ul>
<li><a href="/openapi.json">The API’s document</a></li>
<li><a href="/health">Its health</a></li>
<li>A moderator’s token: <code>npm run --silent token -- --site demo --scope comments:moderate</code></li>
</ul>
</section>
</main>
<footer class="colophon">Des pages de démonstration, sur cette machine seulement.</footer>`;
