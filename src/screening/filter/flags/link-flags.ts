import { isCheap, isShortener } from '../address.ts';
import { type Flag, step, stepIfAny } from './flag.ts';

const hyphens = (host: string): number => host.split('-').length - 1;

/** Links in the text and the markup around them. */
export const linkFlags: readonly Flag[] = [
  { name: 'links', look: ({ links }) => step(links.length, [1, 2, 3, 6, 11]) },
  {
    name: 'link-share',
    look: ({ linked, plain }) => step(linked / (linked + plain.length + 1), [0.001, 0.1, 0.3, 0.6, 0.9]),
  },
  { name: 'hosts', look: ({ links }) => new Set(links.map(({ host }) => host)).size >= 3 },
  { name: 'shortener', look: ({ links }) => links.some(isShortener) },
  { name: 'cheap-domain', look: ({ links }) => links.some(isCheap) },
  { name: 'hyphenated-host', look: ({ links }) => links.some(({ host }) => hyphens(host) > 1) },
  { name: 'deep-link', look: ({ links }) => links.some(({ path }) => path.length > 1) },
  { name: 'link-in-short-text', look: ({ links, plain }) => links.length > 0 && plain.length < 40 },
  { name: 'link-in-long-text', look: ({ links, plain }) => links.length > 0 && plain.length >= 250 },
  { name: 'link-at-end', look: ({ clear }) => /https?:\/\/[^\s<>"]+\s*$/.test(clear.slice(-300)) },
  { name: 'anchors', look: ({ clear }) => stepIfAny(clear.match(/<a\s/gi)?.length ?? 0, [1, 2, 4]) },
  { name: 'bbcode', look: ({ clear }) => stepIfAny(clear.match(/\[(?:url|link)\b/gi)?.length ?? 0, [1, 3]) },
  { name: 'anchors-and-bbcode', look: ({ clear }) => /<a\s/i.test(clear) && /\[(?:url|link)\b/i.test(clear) },
  { name: 'nofollow', look: ({ clear }) => /nofollow/i.test(clear) },
  { name: 'markup', look: ({ clear }) => /<(?!a\s|\/a>|br|\/?p>)[a-z!/][^<>]{0,300}>/i.test(clear) },
];
