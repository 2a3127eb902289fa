import type { Reading } from '../../reading/reading.ts';
import { isCheap, isShortener } from '../../reading/url-parts.ts';
import { type Flag, step, stepIfAny } from './flag.ts';

const hyphens = (host: string): number => host.split('-').length - 1;

// A regular expression is compiled at its first use, which delays a cold start. So each one runs only on texts that
// contain its sign.
const hasTags = (clear: string): boolean => clear.includes('<');
const anchorsIn = (clear: string): number => (hasTags(clear) ? (clear.match(/<a\s/gi)?.length ?? 0) : 0);
const bbcodeIn = (clear: string): number =>
  clear.includes('[') ? (clear.match(/\[(?:url|link)\b/gi)?.length ?? 0) : 0;

/** Whether a text links to the page that its author states, or to another on its host. */
const ownLinked = ({ links, site }: Reading): string | undefined => {
  const own = site ? links.filter(({ host }) => host === site.host) : [];
  if (own.length === 0) return undefined;
  return own.some(({ path }) => path === site?.path) ? 'same' : 'host';
};

/** Links in the text and the markup around them. */
export const linkFlags = [
  { name: 'links', detect: ({ links }) => step(links.length, [1, 2, 3, 6, 11]) },
  {
    name: 'link-share',
    detect: ({ linked, plain }) => step(linked / (linked + plain.length + 1), [0.001, 0.1, 0.3, 0.6, 0.9]),
  },
  { name: 'hosts', detect: ({ links }) => new Set(links.map(({ host }) => host)).size >= 3 },
  { name: 'shortener', detect: ({ links }) => links.some(isShortener) },
  { name: 'cheap-domain', detect: ({ links }) => links.some(isCheap) },
  { name: 'hyphenated-host', detect: ({ links }) => links.some(({ host }) => hyphens(host) > 1) },
  { name: 'deep-link', detect: ({ links }) => links.some(({ path }) => path.length > 1) },
  { name: 'link-to-own-page', detect: ownLinked },
  { name: 'link-in-short-text', detect: ({ links, plain }) => links.length > 0 && plain.length < 40 },
  { name: 'link-in-long-text', detect: ({ links, plain }) => links.length > 0 && plain.length >= 250 },
  {
    name: 'link-at-end',
    detect: ({ clear }) => clear.includes('://') && /https?:\/\/[^\s<>"]+\s*$/.test(clear.slice(-300)),
  },
  { name: 'anchors', detect: ({ clear }) => stepIfAny(anchorsIn(clear), [1, 2, 4]) },
  { name: 'bbcode', detect: ({ clear }) => stepIfAny(bbcodeIn(clear), [1, 3]) },
  { name: 'anchors-and-bbcode', detect: ({ clear }) => anchorsIn(clear) > 0 && bbcodeIn(clear) > 0 },
  { name: 'nofollow', detect: ({ clear }) => clear.toLowerCase().includes('nofollow') },
  {
    name: 'markup',
    detect: ({ clear }) => hasTags(clear) && /<(?!a\s|\/a>|br|\/?p>)[a-z!/][^<>]{0,300}>/i.test(clear),
  },
] as const satisfies readonly Flag[];
