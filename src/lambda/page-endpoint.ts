import { chain } from './chain.ts';
import { answer } from './middleware/answer.ts';
import { checkOrigin } from './middleware/check-origin.ts';
import { cors } from './middleware/cors.ts';
import { formRefusals } from './middleware/form-refusals.ts';
import { locate, type ReadSite } from './middleware/locate.ts';

/** The middleware of a site's routes that readers open in browsers; errors are pages too. */
export const pageEndpoint = (app: { readonly baseUrl: string; readonly store: ReadSite }) =>
  chain(cors(), answer(), formRefusals()).with(locate(app)).with(checkOrigin(app.baseUrl));
