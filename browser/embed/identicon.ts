import { drawIdenticon, IDENTICON_SIDE } from '../../src/comment/display/identicon.ts';

const SVG = 'http://www.w3.org/2000/svg';
/** Side in pixels, as the API's fragment draws it. */
const SIZE = '20';

/** The drawing beside an author's name. */
export const identiconOf = (digits: string): SVGElement => {
  const { path, hue } = drawIdenticon(digits);
  const drawing = svg('svg', {
    class: 'identicon',
    viewBox: `0 0 ${IDENTICON_SIDE} ${IDENTICON_SIDE}`,
    ...{ width: SIZE, height: SIZE },
    fill: `hsl(${hue} 45% 50%)`,
    'aria-hidden': 'true',
  });
  drawing.append(svg('path', { d: path }));
  return drawing;
};

const svg = (name: string, attributes: Readonly<Record<string, string>>): SVGElement => {
  const made = document.createElementNS(SVG, name) as SVGElement;
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
};
