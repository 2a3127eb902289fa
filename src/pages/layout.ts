import type { Language } from '../comment/site.ts';
import { type Html, html } from './html.ts';
import { style } from './style.ts';
import { homeOf, type PageOwner } from './ways-on.ts';

/** The style sheet's digest, by which the content security policy knows it. A test keeps the two together. */
export const STYLE_DIGEST = 'sha256-Y+HbmPWKh0F2BWhusQoDbKb11e0/5bR/f06n91q2GtE=';

type Page = {
  readonly language: Language;
  /** A title, or a sentence, whose full stop is left out. */
  readonly title: string;
  /** Whose page it is; absent where no site is known. */
  readonly site?: PageOwner | undefined;
  /** The Atom feed of the same comments. */
  readonly feed?: string | undefined;
  readonly body: Html;
};

/** A whole document under its site's name: with its style inline, no other resources, and `noindex`. */
export const layout = ({ language, title, site, feed, body }: Page): string =>
  html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<meta name="referrer" content="no-referrer">
<title>${titleOf(title, site)}</title>
${feed && html`<link rel="alternate" type="application/atom+xml" href="${feed}">\n`}<style>${style}</style>
</head>
<body>
${site && masthead(site)}<main>
${body}
</main>
</body>
</html>
`.markup;

const titleOf = (title: string, site: PageOwner | undefined): string => {
  const stated = title.replace(/[.]$/, '');
  return site ? `${stated} – ${site.name}` : stated;
};

const masthead = (site: PageOwner): Html => {
  const home = homeOf(site);
  const name = html`<bdi>${site.name}</bdi>`;
  return html`<header>${home ? html`<a href="${home}">${name}</a>` : name}</header>\n`;
};

/**
 * The headers of such a document. Browsers hold a form's redirect to `form-action` too, so it names the origins
 * (`https://www.example.fr`) a sent form may end up at.
 */
export const pageHeaders = (formOrigins: readonly string[] = []): Readonly<Record<string, string>> => ({
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'content-security-policy': [
    "default-src 'none'",
    `style-src '${STYLE_DIGEST}'`,
    `form-action 'self' ${formOrigins.filter(isOrigin).join(' ')}`.trim(),
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-robots-tag': 'noindex',
});

const isOrigin = (origin: string): boolean => /^https?:\/\/[a-z0-9.:[\]-]+$/.test(origin);
