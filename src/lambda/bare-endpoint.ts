import { chain } from './chain.ts';
import { answer } from './middleware/answer.ts';

/** The way in of a route outside every site, which parses nothing and so loads no schemas. */
export const bareEndpoint = () => chain(answer());
