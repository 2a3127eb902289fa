import type { Language } from '../../comment/site.ts';
import { html } from '../html.ts';

type Files = { readonly script: string; readonly style: string };

const words = {
  en: { title: 'Moderation', script: 'This page needs JavaScript.' },
  fr: { title: 'Modération', script: 'Cette page a besoin de JavaScript.' },
} as const;

/** The moderators' page before its script runs. It has no inline script or style. */
export const moderationPage = (language: Language, { script, style }: Files): string =>
  html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>${words[language].title}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="../assets/${style}">
<script type="module" src="../assets/${script}"></script>
</head>
<body>
<div id="page"><noscript><p>${words[language].script}</p></noscript></div>
</body>
</html>
`.markup;

/**
 * The headers of that page: only its own files run, no text ever becomes markup (Trusted Types without any policy), and it talks to
 * this API and to `signInOrigins` (`https://login.example.org`) alone.
 */
export const moderationHeaders = (signInOrigins: readonly string[]): Readonly<Record<string, string>> => ({
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    'img-src data:',
    ["connect-src 'self'", ...signInOrigins].join(' '),
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; '),
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
  'x-robots-tag': 'noindex',
});
