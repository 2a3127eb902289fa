import { Refusal } from '../../comment/refusal.ts';
import type { Arrived, Layer } from '../chain.ts';
import { headerOf } from '../http.ts';
import type { Located } from './locate.ts';

/**
 * Takes what is sent from the site's own pages, from ours, and from what is no page. Readers' forms may also come from
 * pages that do not say what they are: whoever sends no referrer posts from `null`.
 * @throws {Refusal} `origin-not-allowed`
 */
export const checkOrigin = (baseUrl: string, { forms = false } = {}): Layer<Arrived & Located, object> => {
  const own = new URL(baseUrl).origin;
  const isKnown = ({ event, site }: Arrived & Located): boolean => {
    const origin = headerOf(event, 'origin');
    if (!origin) return forms || headerOf(event, 'sec-fetch-site') !== 'cross-site';
    return origin === own || site.origins.includes(origin) || (forms && origin === 'null');
  };
  return (known) => {
    if (known.event.requestContext.http.method !== 'GET' && !isKnown(known))
      throw new Refusal('origin-not-allowed', 'Pages of this origin may not send anything to this site.');
    return {};
  };
};
