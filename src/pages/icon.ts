import { drawIdenticon, IDENTICON_SIDE } from '../comment/display/identicon.ts';
import { type Html, html } from './html.ts';

/** Outlines on a square of 20, in the colour of what is around them. */
const outlines = {
  clock: 'M10 2a8 8 0 1 0 0 16a8 8 0 0 0 0-16M10 5.5v5l3 2',
  check: 'M10 2a8 8 0 1 0 0 16a8 8 0 0 0 0-16M6 10.5l3 3l5-6.5',
  dash: 'M10 2a8 8 0 1 0 0 16a8 8 0 0 0 0-16M6 10h8',
  back: 'M7 3L3 7l4 4M3 7h9a5 5 0 0 1 0 10H7',
  alert: 'M10 2.5L1.5 17.5h17zM10 8v4.5M10 14.5v1',
} as const;
export type IconName = keyof typeof outlines;

/** A small drawing beside a word of the same meaning; hidden from screen readers. */
export const icon = (name: IconName): Html =>
  html`<svg width="20" height="20" fill="none" stroke="currentColor" stroke-width="1.8" stroke-linejoin="round" stroke-linecap="round" aria-hidden="true"><path d="${outlines[name]}"></path></svg>`;

/** The drawing beside an author's name. Screen readers skip it, since the name says the same. @param digits a comment's `identicon` */
export const identiconOf = (digits: string): Html => {
  const { path, hue } = drawIdenticon(digits);
  return html`<svg class="identicon" viewBox="0 0 ${IDENTICON_SIDE} ${IDENTICON_SIDE}" width="20" height="20" fill="hsl(${hue} 45% 50%)" aria-hidden="true"><path d="${path}"></path></svg>`;
};
