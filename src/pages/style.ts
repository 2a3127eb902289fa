import { tokens } from './colour-tokens.ts';
import { embedStyle } from './embed-style.ts';
import { type Html, html } from './html.ts';

/**
 * One style for all whole pages: paper and ink that fit beside any site, system fonts, one column, the reader's own light or dark.
 * A serif face for texts, a sans-serif face for controls.
 */
export const style: Html = html`
${tokens}
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1.0625rem/1.55 system-ui, sans-serif; overflow-wrap: anywhere; }
body > header, main { padding-inline: max(1.25rem, calc((100% - 38.5rem) / 2)); }
body > header { padding-block: 1rem; font: 700 1.25rem/1.3 var(--serif); border-block-end: 1px solid var(--line); }
body > header a { display: inline-block; padding-block: .25rem; color: inherit; text-decoration: none; }
body > header a:hover { text-decoration: underline; }
main { padding-block: 2rem 4rem; }
h1 { font: 700 1.6rem/1.25 var(--serif); margin: 0 0 1.25rem; text-wrap: balance; }
h2 { font: 700 1.25rem/1.3 var(--serif); }
a { color: var(--accent); text-underline-offset: .15em; }
.notice { --tone: var(--soft); display: grid; grid-template-columns: auto 1fr; gap: 0 .75rem; background: var(--wash); border-inline-start: 4px solid var(--tone); border-radius: 6px; padding: 1rem 1.25rem; margin: 0 0 1.5rem; }
.notice svg { color: var(--tone); margin-block-start: .2rem; }
.notice :is(p, ul, blockquote) { margin: 0 0 .4rem; grid-column: 2; }
.notice svg + p { font-size: 1.25rem; line-height: 1.3; }
.notice blockquote p { grid-column: 1; }
.notice strong { color: var(--tone); }
.notice ul { padding-inline-start: 1.2rem; }
.notice.pending { --tone: var(--warn); }
.notice.published { --tone: var(--good); }
.notice.refused { --tone: var(--bad); }
.notice.withdrawn { border-inline-start-style: dashed; }
.soft { color: var(--soft); font-size: .95rem; }
.written { border-block: 1px solid var(--line); padding-block: 1rem; margin-block-end: 1.5rem; }
.written > header { display: flex; flex-wrap: wrap; gap: 0 .75rem; align-items: baseline; }
.written h2 { font: inherit; font-weight: 700; margin: 0; }
.written :is(p, li) { font-family: var(--serif); }
.written :is(p, ul, ol, pre, blockquote) { margin: .5rem 0 0; }
.written pre { white-space: pre-wrap; }
.written blockquote { padding-inline-start: .75rem; border-inline-start: 2px solid var(--line); }
.acts { margin-block-end: 1.5rem; }
.acts details { border-block-end: 1px solid var(--line); }
.acts > p + details { border-block-start: 1px solid var(--line); }
.acts summary { padding-block: .6rem; font-weight: 600; cursor: pointer; }
.acts details[open] { padding-block-end: .5rem; }
.acts button.plain { font: inherit; min-block-size: 2.75rem; padding: .25rem 0; color: var(--accent); background: none; border: 1px solid transparent; text-align: start; text-decoration: underline; text-underline-offset: .15em; cursor: pointer; }
.acts > .comment-form { margin-block-start: 1.25rem; }
.ways { display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; margin: 1.5rem 0 0; padding: 0; list-style: none; }
.ways a { display: inline-block; padding-block: .3rem; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
[hidden] { display: none; }
${embedStyle}
.comments h1 { margin: 0; }
.comments article :is(p, li)[dir] { font-family: var(--serif); }
@media (pointer: coarse) {
  body > header a, .ways a, .notice li a { display: inline-block; min-block-size: 44px; padding-block: calc((44px - 1lh) / 2); }
}
@media print {
  :root { color-scheme: light; }
  body { font-size: 10pt; }
  main { padding-block: 1rem; }
  .notice { border: 1px solid; }
  .comment-form { display: block; }
  .comment-form textarea { border: 0; padding: 0; }
  .comment-form :is(button, .choice, details, small), .ways, .acts, .notice svg, body > header { display: none; }
}
`;
