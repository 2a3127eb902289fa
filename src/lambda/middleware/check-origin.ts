import type { MiddlewareObj } from '@middy/core';
import { Refusal } from '../../comment/refusal.ts';
import { headerOf, type Located, type Reply } from '../http.ts';

/**
 * Takes what is sent from the site's own pages, from ours, and from what is no page. Readers' forms may also come from
 * pages that do not say what they are: whoever sends no referrer posts from `null`.
 * @throws {Refusal} `origin-not-allowed`
 */
export const checkOrigin = (baseUrl: string, { forms = false } = {}): MiddlewareObj<Located, Reply> => {
  const own = new URL(baseUrl).origin;
  const isKnown = (event: Located): boolean => {
    const origin = headerOf(event, 'origin');
    if (!origin) return forms || headerOf(event, 'sec-fetch-site') !== 'cross-site';
    return origin === own || event.site.origins.includes(origin) || (forms && origin === 'null');
  };
  return {
    before: ({ event }) => {
      if (event.requestContext.http.method !== 'GET' && !isKnown(event))
        throw new Refusal('origin-not-allowed', 'Pages of this origin may not send anything to this site.');
    },
  };
};
