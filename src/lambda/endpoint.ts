import middy from '@middy/core';
import type { Located, Reply } from './http.ts';
import { answer } from './middleware/answer.ts';
import { checkOrigin } from './middleware/check-origin.ts';
import { cors } from './middleware/cors.ts';
import { locate, type ReadSite } from './middleware/locate.ts';

/** The outer layers of a site's routes. The way out runs from the inside: the answer first, CORS on it last. */
export const outerLayers = () => middy<Located, Reply>().use(cors()).use(answer());

/** The stack of a route of one site. */
export const endpoint = (app: { readonly baseUrl: string; readonly store: ReadSite }) =>
  outerLayers().use(locate(app)).use(checkOrigin(app.baseUrl));
