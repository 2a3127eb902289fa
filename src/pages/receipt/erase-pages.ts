import type { Language } from '../../comment/site.ts';
import { bindSpaces } from '../bind-spaces.ts';
import { type Html, html } from '../html.ts';
import { icon } from '../icon.ts';
import { keptText } from '../kept-text.ts';
import { layout } from '../layout.ts';
import { type Reading, renderText } from '../text/render-text.ts';
import { type PageOwner, waysOn } from '../ways-on.ts';
import { ownWordsIn } from '../words/own/own-words.ts';
import { wordsIn } from '../words/words.ts';

type Place = {
  readonly language: Language;
  readonly site: PageOwner;
  /** The article's address, if it is known. */
  readonly link: string | undefined;
  /** The receipt's own address. */
  readonly action: string;
  /** Whether all of the author's comments are meant. */
  readonly isAll: boolean;
};

/** Asks whether a comment, or all of them, shall really be erased. */
export const confirmErasePage = (
  place: Place & { readonly comment: { readonly text: string }; readonly display: Reading },
): string => {
  const { language, site, link, action, isAll, comment, display } = place;
  const own = ownWordsIn(language);
  const title = isAll ? own.eraseAllTitle : own.eraseTitle;
  return layout({
    language,
    site,
    title,
    body: html`<h1>${title}</h1>
<div class="notice refused">
${icon('alert')}
<p><strong>${own.eraseFinal}</strong></p>
<p>${isAll ? own.eraseAllWhat : own.eraseWhat}</p>
<p>${own.eraseStays}</p>
</div>
<article class="written">${renderText(comment.text, display)}</article>
${confirmForm(action, isAll, isAll ? own.doEraseAll : own.doErase)}
${waysOn({ language, site, link, first: [html`<a href="${action}">${own.keepIt}</a>`] })}`,
  });
};

const confirmForm = (
  action: string,
  isAll: boolean,
  label: string,
): Html => html`<form method="post" action="${action}/erase" class="comment-form">
<input type="hidden" name="confirm" value="yes">
${isAll && html`<input type="hidden" name="all" value="yes">\n`}<p><button>${label}</button></p>
</form>`;

/**
 * What is left to show of a comment that was erased. @param done how many were erased just now; absent or 0 when it was before
 * @param typed a text that was sent to it since, to copy
 */
export const erasedPage = ({
  language,
  site,
  link,
  action,
  done,
  typed,
}: Omit<Place, 'isAll'> & {
  readonly done?: { readonly erased: number; readonly isMore: boolean };
  readonly typed?: string | undefined;
}): string => {
  const own = ownWordsIn(language);
  const { receipt, refusals } = wordsIn(language);
  const said = refusals['comment-erased'];
  const count = done?.erased ?? 0;
  return layout({
    language,
    site,
    title: `${own.erased} – ${receipt.title}`,
    body: html`<h1>${receipt.title}</h1>
<div class="notice withdrawn">
${icon('check')}
<p><strong>${own.erased}</strong></p>
<p>${bindSpaces(count > 0 ? own.erasedMany(count) : said.happened)} ${count <= 1 && said.advice}</p>
${done?.isMore && html`<p>${own.eraseMore}</p>\n`}</div>
${done?.isMore && confirmForm(action, true, own.goOn)}
${typed && keptText(typed, language)}
${waysOn({ language, site, link })}`,
  });
};
