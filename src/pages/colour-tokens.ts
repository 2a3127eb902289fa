import { type Html, html } from './html.ts';

/** Colours and fonts of all whole pages, light and dark. A site may override its accent. */
export const tokens: Html = html`:root { color-scheme: light dark; --paper: light-dark(#fdfcfa, #191816); --ink: light-dark(#201f1c, #ebe8e1); --soft: light-dark(#5f5c57, #aba69d); --line: light-dark(#dbd8d1, #45423d); --wash: light-dark(#f3f1ec, #25231f); --accent: light-dark(#37475a, #c3d2e2); --good: light-dark(#1f6b3a, #8fd0a3); --warn: light-dark(#7f5300, #ecc06c); --bad: light-dark(#a3261f, #ff9d94); --serif: ui-serif, Georgia, 'Times New Roman', serif; }`;
