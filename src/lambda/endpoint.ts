import { type Around, chain } from './chain.ts';
import { answer } from './middleware/answer.ts';
import { checkOrigin } from './middleware/check-origin.ts';
import { cors } from './middleware/cors.ts';
import { locate, type ReadSite } from './middleware/locate.ts';

/** The way in of a route of one site. @param around what else sees its answers and refusals */
export const endpoint = (
  app: { readonly baseUrl: string; readonly store: ReadSite },
  ...around: readonly Around[]
) =>
  chain(cors(), answer(), ...around)
    .with(locate(app))
    .with(checkOrigin(app.baseUrl));
