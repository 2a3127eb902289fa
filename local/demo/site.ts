import type { Site } from '../../src/comment/site.ts';

/** The publication of the demo pages. */
export const demoSite = {
  id: 'demo',
  name: 'Le Courrier de démonstration',
  language: 'fr',
} as const satisfies Partial<Site>;
