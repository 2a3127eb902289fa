import { drawIdenticon, IDENTICON_SIDE } from '../../src/comment/display/identicon.ts';
import { dressed } from './nodes.ts';

const SVG = 'http://www.w3.org/2000/svg';
/** Side in pixels, as the API's fragment draws it. */
const SIZE = '20';

/** The drawing beside an author's name. */
export const identiconOf = (digits: string): SVGElement => {
  const { path, hue } = drawIdenticon(digits);
  const square = {
    class: 'identicon',
    viewBox: `0 0 ${IDENTICON_SIDE} ${IDENTICON_SIDE}`,
    ...{ width: SIZE, height: SIZE },
    fill: `hsl(${hue} 45% 50%)`,
    'aria-hidden': 'true',
  };
  return svg('svg', square, svg('path', { d: path }));
};

const svg = (name: string, attributes: Readonly<Record<string, string>>, ...children: readonly Node[]) =>
  dressed(document.createElementNS(SVG, name) as SVGElement, attributes, children);
