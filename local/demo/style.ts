import { type Html, html } from '../../src/pages/html.ts';

/** The demo's style: system fonts, one column, the reader's own light or dark. */
export const style: Html = html`
:root { color-scheme: light dark; --paper: #fdfcf9; --ink: #1c1b19; --soft: #605c55; --line: #dcd7cc; --wash: #f3efe6; --accent: #8c2f1b; --palabre-accent: var(--accent); --palabre-soft: var(--soft); --palabre-line: var(--line); --palabre-wash: var(--wash); }
@media (prefers-color-scheme: dark) {
  :root { --paper: #171614; --ink: #ebe7df; --soft: #aca59a; --line: #3c3934; --wash: #211f1c; --accent: #f0a48d; }
}
* { box-sizing: border-box; }
html { scroll-padding-top: 1rem; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1.0625rem/1.6 system-ui, sans-serif; overflow-wrap: break-word; }
main, .masthead, .colophon { padding-inline: max(1.25rem, calc((100% - 41rem) / 2)); }
.masthead { padding-block: 1.25rem; border-bottom: 1px solid var(--line); font: 700 1.25rem/1.2 ui-serif, Georgia, serif; }
.masthead a { display: inline-block; color: inherit; text-decoration: none; }
h1, h2, .lead { font-family: ui-serif, Georgia, serif; text-wrap: balance; }
h1 { font-size: clamp(1.9rem, 6vw, 2.75rem); line-height: 1.12; letter-spacing: -.01em; margin: 2rem 0 1rem; }
.section + h1 { margin-top: .4rem; }
h2 { font-size: 1.4rem; line-height: 1.25; margin: 0 0 .9rem; }
a { color: var(--accent); text-underline-offset: .15em; }
.section { margin: 2.5rem 0 0; color: var(--accent); font-size: .85rem; font-weight: 700; letter-spacing: .06em; text-transform: uppercase; }
.lead { font-size: 1.25rem; line-height: 1.45; text-wrap: pretty; margin: 0 0 1rem; }
.byline { color: var(--soft); font-size: .95rem; border-bottom: 1px solid var(--line); padding-bottom: 1.25rem; margin: 0 0 1.5rem; }
.story > p:not([class]) { font: 1.15rem/1.7 ui-serif, Georgia, serif; margin: 0 0 1.2rem; hyphens: auto; text-wrap: pretty; }
.related { background: var(--wash); border-radius: 10px; padding: 1.25rem 1.5rem; margin: 2.5rem 0; }
.related h2 { font-size: 1.1rem; margin-bottom: .5rem; }
.related ul, .front, .desk ul { list-style: none; margin: 0; padding: 0; }
.related li + li { margin-top: .5rem; }
.related .soft { display: block; }
.front li { border-bottom: 1px solid var(--line); padding-bottom: 1rem; }
.front .section { margin-top: 1.25rem; }
.front h2 { margin: .3rem 0 .5rem; }
.front h2 a { color: inherit; }
.desk { margin-top: 2rem; color: var(--soft); font-size: .95rem; }
code { font-size: .9em; background: var(--wash); border-radius: 4px; padding: .15em .4em; }
.colophon { margin-block: 3.5rem 2rem; padding-top: 1.25rem; border-top: 1px solid var(--line); color: var(--soft); font-size: .9rem; }
.soft { color: var(--soft); font-weight: 400; font-size: .95rem; }
.notice { background: var(--wash); border-inline-start: 4px solid var(--accent); border-radius: 4px; padding: .8rem 1rem; }

.comments { border-top: 3px solid var(--ink); padding-top: 1.5rem; margin-top: 3rem; }
.comments article :is(p, li)[dir] { font-family: ui-serif, Georgia, serif; }
#respond { margin-top: 3rem; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.comment-form .quiet { color: var(--accent); background: none; border-color: currentColor; }
[hidden] { display: none; }
@media print { .masthead, .related, .desk, .colophon, #respond { display: none; } }
`;
