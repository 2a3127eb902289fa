import type { Language } from '../comment/site.ts';
import { html } from './html.ts';
import { layout } from './layout.ts';
import { wordsIn } from './words/words.ts';

/** What is shown when the same words come again from the same network, and wait: that they are here, and nothing else. */
export const receivedPage = (language: Language, link: string | undefined): string => {
  const words = wordsIn(language).receipt;
  const { happened, advice } = words.received;
  return layout({
    language,
    title: `${happened} – ${words.title}`,
    body: html`<h1>${words.title}</h1>
<div class="notice" role="status">
<p><strong>${happened}</strong></p>
<p>${advice}</p>
</div>
${link && html`<p><a href="${link}">${words.toArticle}</a></p>`}`,
  });
};
