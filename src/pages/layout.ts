import type { Language } from '../comment/site.ts';
import { type Html, html } from './html.ts';
import { style } from './style.ts';

/** The style sheet's digest, by which the content security policy knows it. A test keeps the two together. */
export const STYLE_DIGEST = 'sha256-q5UiHfMBngBRAyy/0ZRFK9pSKblRQVIfkL3mtKN8DSA=';

type Page = { readonly language: Language; readonly title: string; readonly body: Html };

/** A whole document: its own style in it, nothing loaded from elsewhere, never indexed. */
export const layout = ({ language, title, body }: Page): string =>
  html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${style}</style>
</head>
<body>
<main>
${body}
</main>
</body>
</html>
`.markup;

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
