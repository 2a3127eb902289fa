import type { MiddlewareObj } from '@middy/core';
import { Refusal } from '../../comment/refusal.ts';
import { headerOf, type Located, type Reply } from '../http.ts';

/** Takes what is sent from the site's own pages, from ours, and from what is no page. @throws {Refusal} `origin-not-allowed` */
export const checkOrigin = (baseUrl: string): MiddlewareObj<Located, Reply> => {
  const own = new URL(baseUrl).origin;
  return {
    before: ({ event }) => {
      const origin = headerOf(event, 'origin');
      // A page that sends no referrer posts its forms from `null`.
      const isKnown = !origin || origin === 'null' || origin === own || event.site.origins.includes(origin);
      if (event.requestContext.http.method !== 'GET' && !isKnown)
        throw new Refusal('origin-not-allowed', 'Pages of this origin may not send anything to this site.');
    },
  };
};
