import { type Html, html } from './html.ts';

/**
 * The style of comments and their form on whatever page they stand: it takes the page's font, ink and light or dark (`color-scheme`).
 * Long lists are laid out as they come near the screen, so that 5,000 comments scroll.
 * A page sets `--palabre-accent`, `-soft`, `-line`, `-wash`, `-good`, `-warn` and `-bad` to its own colours. Compressed, it is under 2 KB.
 */
export const embedStyle: Html = html`.comments,.comment-form,palabre-comments{--accent:var(--palabre-accent,light-dark(#37475a,#c3d2e2));--soft:var(--palabre-soft,light-dark(#5f5c57,#aba69d));--line:var(--palabre-line,light-dark(#dbd8d1,#45423d));--wash:var(--palabre-wash,light-dark(#f3f1ec,#25231f));--bad:var(--palabre-bad,light-dark(#a3261f,#ff9d94));--good:var(--palabre-good,light-dark(#1f6b3a,#8fd0a3));--warn:var(--palabre-warn,light-dark(#7f5300,#ecc06c));line-height:1.55;overflow-wrap:anywhere}
.comments *,.comment-form *{box-sizing:border-box}
.comments a{color:var(--accent);text-decoration:underline;text-underline-offset:.15em}
.comments>header{display:flex;flex-wrap:wrap;justify-content:space-between;align-items:baseline;gap:0 1rem;margin-bottom:.5rem}
.comments h2,.comments h3{margin:0}
.comments ol{list-style:none;margin:0;padding:0}
.comments>ol>li{border-top:1px solid var(--line);padding:.5rem 0}
.comments>ol>li:nth-child(n+51){content-visibility:auto;contain-intrinsic-size:auto 12rem}
.comments ol ol{margin:0 0 .5rem;padding-inline-start:clamp(.75rem,4vw,1.25rem);border-inline-start:2px solid var(--line)}
.comments article{padding:.5rem 0;scroll-margin-top:1rem}
.comments article header{display:flex;flex-wrap:wrap;gap:0 .75rem;align-items:baseline}
.comments h3{font-size:1em;line-height:inherit}
.comments article :is(p,ul,pre,blockquote),.comments article ol{margin:.4rem 0}
.comments article ul,.comments article ol{padding-inline-start:1.5rem;border:0;list-style:disc}
.comments article ol{list-style:decimal}
.comments article blockquote{padding-inline-start:.75rem;border-inline-start:2px solid var(--line)}
.comments pre{white-space:pre-wrap;font-size:.9em;background:var(--wash);border-radius:6px;padding:.5rem .75rem}
.comments article header>a,.comments :is(.answered,.edited,.removed,.badge),.comments footer,.comment-form small{font-size:.85em;color:var(--soft)}
.comments article header>a{color:var(--soft);text-decoration:none}
.comments article header>a:hover{text-decoration:underline}
.comments :is(.ways a,h3 a,header>a,.answered a,footer a){display:inline-block;min-block-size:28px;padding-block:.15rem}
.comments .identicon{align-self:center;inline-size:20px;block-size:20px;border-radius:3px}
.comments .badge{border:1px solid;border-radius:6px;padding:0 .4em}
.comments article:is(:target,.linked){background:var(--wash);box-shadow:0 0 0 .6rem var(--wash)}
.comment-form p{margin:0 0 1rem}
.comment-form .pair{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,14rem),1fr));gap:0 1rem}
.comment-form label{display:block;font-weight:600}
.comment-form>label{margin-block-end:1rem}
.comment-form label small{font-weight:400}
.comment-form small,.comment-form .problem{display:block}
.comment-form label small{display:inline}
.comment-form .problem{color:var(--bad);font-size:.95em;font-weight:600;line-height:1.4;margin-block-start:.25rem}
.comment-form :is(input:not([type=checkbox],[type=radio]),textarea){inline-size:100%;font:inherit;color:inherit;background:transparent;border:1px solid var(--soft);border-radius:6px;padding:.5rem .7rem}
.comment-form textarea{min-block-size:10rem;resize:vertical}
.comment-form :is(input,textarea)[aria-invalid]{border:2px solid var(--bad)}
.comment-form :is([type=checkbox],[type=radio]){inline-size:1.5rem;block-size:1.5rem;flex:none;margin:0;accent-color:var(--accent)}
.comment-form .choice{display:flex;gap:.6rem;align-items:center}
.comment-form .choice label{font-weight:400}
.comment-form fieldset{border:0;margin:0 0 1rem;padding:0}
.comment-form legend{font-weight:600;padding:0;margin-block-end:.5rem}
.comment-form fieldset .choice{margin-block-end:.5rem}
.comment-form summary{padding-block:.25rem;margin-block-end:.5rem;cursor:pointer;inline-size:max-content}
.comment-form button,.comments .fresh button,palabre-comments>.unread button{font:inherit;font-weight:600;min-block-size:2.75rem;padding:.5rem 1.25rem;color:light-dark(#fff,#161513);background:var(--accent);border:1px solid transparent;border-radius:6px;cursor:pointer}
.comments :focus-visible,.comment-form :focus-visible{outline:3px solid var(--accent);outline-offset:2px}
palabre-comments:not([hidden]),palabre-comments[hidden=until-found i]{display:block}
.comments .own,.comment-form .answered{border-inline-start:3px solid var(--accent);padding-inline-start:.75rem}
.comment-form .answered{margin-block-end:1rem}
.comment-form .answered blockquote{margin:.25rem 0;color:var(--soft)}
.comment-form .answered p{margin:0;font-weight:600}
.comment-form .answered button{background:none;color:var(--accent);padding:0;font-weight:400;text-decoration:underline}
.comments .state{font-weight:600;color:var(--warn)}
.comments .state::before{content:"\\2026  ";content:"\\2026  "/""}
.comments .state[data-status=published]{color:var(--good)}
.comments .state[data-status=published]::before{content:"\\2713  ";content:"\\2713  "/""}
.comments .state[data-status=not-published]{color:var(--soft)}
.comments .state[data-status=not-published]::before{content:"\\2013  ";content:"\\2013  "/""}
.comments>header{position:relative}
.comments .sort{position:absolute;inset-block-end:.25rem;inset-inline-start:0;max-inline-size:100%;font:inherit;font-size:.85em;color:inherit;background:transparent;border:1px solid var(--soft);border-radius:6px;padding:.15rem .4rem;min-block-size:28px}
.comments .sorted{position:absolute;clip-path:inset(50%);margin:0}
.comments .sort option{color:CanvasText;background:Canvas}
@media (scripting:enabled){palabre-comments:not(:has(.comments)){min-block-size:40rem}palabre-comments .comments:has(>ol>li+li>article:not(.own),>.ways)>header{padding-block-end:var(--room,2.5rem)}}
.comments[aria-busy]>ol{opacity:.6}
.comments .fresh{position:sticky;inset-block-end:1rem;block-size:0;display:flex;align-items:flex-end}
.comments .fresh button{padding-block:.25rem;box-shadow:0 1px 6px #0006}
.comments .typed{white-space:pre-line}
.comments [hidden],.comment-form [hidden]{display:none}
@media (pointer:coarse){palabre-comments{--room:3.25rem}.comments :is(.ways a,h3 a,header>a,.answered a,footer a){min-block-size:44px;padding-block:calc(.15rem + 8px);margin-block:-8px}.comments article header:has(h3 a){row-gap:1rem}.comments .sort,.comment-form input:not([type=checkbox],[type=radio]){min-block-size:44px}.comment-form summary,.comment-form .choice label{padding-block:.6rem}.comment-form .choice{margin-block:-.6rem .4rem}}
@media print{.comments{font-size:9.5pt;line-height:1.3}.comments footer,.comments>header :is(a,.sort),.comments :is(.ways,.fresh,.identicon),.comment-form{display:none}.comments>header{padding:0!important}.comments>ol>li,.comments article{padding:.15rem 0;break-inside:avoid}.comments article p{margin:.1rem 0}}
`;
