import { chain } from './chain.ts';
import { answer } from './middleware/answer.ts';
import { checkOrigin } from './middleware/check-origin.ts';
import { cors } from './middleware/cors.ts';
import { locate, type ReadSite } from './middleware/locate.ts';

/** The way in of a route of one site. */
export const endpoint = (app: { readonly baseUrl: string; readonly store: ReadSite }) =>
  chain(cors(), answer()).with(locate(app)).with(checkOrigin(app.baseUrl));
