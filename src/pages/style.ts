import { type Html, html } from './html.ts';

/** One style for all pages: system fonts, one column, the reader's own light or dark. */
export const style: Html = html`
:root { color-scheme: light dark; --paper: #fff; --ink: #1d1d1f; --soft: #5c5f66; --line: #c9ccd2; --accent: #0b57a4; --wrong: #a8201a; --wash: #f4f5f7; }
@media (prefers-color-scheme: dark) {
  :root { --paper: #16181c; --ink: #e9eaec; --soft: #a9adb6; --line: #454a54; --accent: #8ab8f0; --wrong: #ff9c94; --wash: #1f2228; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1.0625rem/1.55 system-ui, sans-serif; overflow-wrap: anywhere; }
main { max-width: 40rem; margin: 0 auto; padding: 2rem 1rem 4rem; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 .75rem; }
h2 { font-size: 1.2rem; margin: 2rem 0 .75rem; }
a { color: var(--accent); }
.notice { background: var(--wash); border-inline-start: 4px solid var(--accent); border-radius: 4px; padding: .9rem 1.1rem; margin: 0 0 1.5rem; }
.notice.wrong { border-color: var(--wrong); }
.notice p, .notice ul { margin: .3rem 0; }
.notice ul { padding-inline-start: 1.2rem; }
form p, .soft { margin: 0 0 1.1rem; }
label { display: block; font-weight: 600; margin-bottom: .3rem; }
.soft, .hint { color: var(--soft); font-weight: 400; }
.hint, .problem { display: block; font-size: .9rem; margin-top: .3rem; }
.problem { color: var(--wrong); font-weight: 600; }
input[type=text], input[type=email], textarea { width: 100%; font: inherit; color: inherit; background: var(--paper); border: 1px solid var(--soft); border-radius: 4px; padding: .55rem .7rem; }
textarea { min-height: 11rem; resize: vertical; }
input[type][aria-invalid], textarea[aria-invalid] { border: 2px solid var(--wrong); }
.choice { display: flex; gap: .6rem; align-items: baseline; }
.choice label { font-weight: 400; margin: 0; }
button { font: inherit; font-weight: 600; color: var(--paper); background: var(--accent); border: 0; border-radius: 4px; padding: .7rem 1.3rem; cursor: pointer; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
[hidden] { display: none; }
ol { list-style: none; padding: 0; margin: 0; }
ol ol { margin-inline-start: 1rem; padding-inline-start: 1rem; border-inline-start: 2px solid var(--line); }
article { padding: .9rem 0; border-bottom: 1px solid var(--line); }
article p { margin: .5rem 0; }
article header { display: flex; flex-wrap: wrap; gap: 0 .75rem; align-items: baseline; }
article header a { color: inherit; }
article header a:not(:hover):has(time) { text-decoration: none; }
article header .soft { margin: 0; font-size: .9rem; }
article .author { font-weight: 700; }
article header a time, article .answered, footer { font-size: .9rem; color: var(--soft); }
article:target { background: var(--wash); box-shadow: -1rem 0 var(--wash), 1rem 0 var(--wash); }
`;
