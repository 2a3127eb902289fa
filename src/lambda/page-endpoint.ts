import { endpoint } from './endpoint.ts';
import { formRefusals } from './middleware/form-refusals.ts';

/** The way in of a site's routes that readers open in browsers; errors are pages too. */
export const pageEndpoint = (app: Parameters<typeof endpoint>[0]) => endpoint(app, formRefusals());
