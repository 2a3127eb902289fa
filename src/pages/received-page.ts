import type { Language } from '../comment/site.ts';
import { html } from './html.ts';
import { icon } from './icon.ts';
import { layout } from './layout.ts';
import { type PageOwner, waysOn } from './ways-on.ts';
import { wordsIn } from './words/words.ts';

type Received = {
  readonly language: Language;
  readonly site: PageOwner;
  readonly link: string | undefined;
  /** Our own page of the article's comments. */
  readonly comments: string;
};

/** The page for the same text sent again from the same network, while it waits. It says only that the text was received. */
export const receivedPage = (page: Received): string => {
  const { language, site } = page;
  const words = wordsIn(language).receipt;
  const { happened, advice } = words.received;
  return layout({
    language,
    site,
    title: `${happened} – ${words.title}`,
    body: html`<h1>${words.title}</h1>
<div class="notice pending">
${icon('clock')}
<p><strong>${happened}</strong></p>
<p>${advice}</p>
</div>
${waysOn(page)}`,
  });
};
