import type { Language } from '../comment/site.ts';
import { type Html, html } from './html.ts';
import { ownWordsIn } from './words/own/own-words.ts';

/** A text that can no longer be sent, to copy. */
export const keptText = (text: string, language: Language): Html => html`<div class="comment-form"><p>
<label for="kept-text">${ownWordsIn(language).keptText}</label>
<textarea id="kept-text" readonly rows="${rowsFor(text)}">\n${text}</textarea>
</p></div>
`;

const ROWS_MIN = 5;
const ROWS_MAX = 40;
/** Characters that fit into a line of a form on paper. */
const LINE_LENGTH = 70;

/** Rows that show the whole of a text, unless it is very long. */
export const rowsFor = (text: string): number =>
  Math.min(
    ROWS_MAX,
    Math.max(
      ROWS_MIN,
      text.split('\n').reduce((sum, line) => sum + Math.ceil((line.length + 1) / LINE_LENGTH), 1),
    ),
  );
