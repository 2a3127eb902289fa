import type { Site } from '../../src/comment/site.ts';

/** The publication of the demo pages. */
export const demoSite = {
  id: 'demo',
  name: 'Le Courrier de démonstration',
  language: 'fr',
} as const satisfies Partial<Site>;

/** The origins a local site has when the server listens on some port: its former local ones give way. */
export const withLocalOrigins = (origins: readonly string[], port: number): readonly string[] => [
  ...new Set([
    ...['127.0.0.1', 'localhost'].map((host) => new URL(`http://${host}:${port}`).origin),
    ...origins.filter((origin) => !/^http:\/\/(127\.0\.0\.1|localhost)(:|$)/.test(origin)),
  ]),
];
