import { createHash } from 'node:crypto';
import type { Language } from '../../src/comment/site.ts';
import { type Html, html } from '../../src/pages/html.ts';
import type { Reply } from '../gateway/reply.ts';
import { demoSite } from './demo-site.ts';
import { style } from './style.ts';

const STYLE_DIGEST = createHash('sha256').update(style.markup).digest('base64');

type Page = {
  readonly language: Language;
  readonly title: string;
  readonly body: Html;
  /** Whether it loads the readers' script, the only script on any page. */
  readonly isScripted?: boolean;
};

const SCRIPTED = "script-src 'self'; connect-src 'self'; require-trusted-types-for 'script'; ";

/**
 * A page of the demo, with nothing loaded from elsewhere.
 * @param origins where this server is reached; browsers hold a form's redirect to `form-action` too.
 */
export const documentOf = (
  { language, title, body, isScripted = false }: Page,
  origins: readonly string[],
): Reply => ({
  status: 200,
  headers: {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'content-security-policy':
      `default-src 'none'; ${isScripted ? SCRIPTED : ''}style-src 'self' 'sha256-${STYLE_DIGEST}'; img-src data:; ` +
      `form-action 'self' ${origins.join(' ')}; base-uri 'none'; frame-ancestors 'none'`,
    'referrer-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
  },
  body: String(html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/embed.css">
<style>${style}</style>
${
  isScripted &&
  html`<script src="/embed.js" defer></script>
`
}</head>
<body>
<header class="masthead"><a href="/" lang="${demoSite.language}">${demoSite.name}</a></header>
${body}
</body>
</html>
`),
});
