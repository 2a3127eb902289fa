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
<section class="desk">
<h2>Derrière les pages</h2>
<ul>
<li><a href="/moderation/">La page de modération</a></li>
<li><a href="/openapi.json">Le document de l’API</a></li>
<li><a href="/health">Son état</a></li>
<li><a href="${longArticle.path}">Une page de 5\u202F000 commentaires</a>, que <code>DEMO=long</code> écrit</li>
<li>Un jeton de modération\u00A0: <code>npm run --silent token -- --site demo --role moderator</code>, avec le <code>DATA_DIR</code> du serveur s’il en a reçu un</li>
</ul>
</section>
</main>
<footer class="colophon">Des pages de démonstration, sur cette machine seulement.</footer>`;
