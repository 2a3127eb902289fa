import middy from '@middy/core';
import type { HttpEvent, Reply } from './http.ts';
import { answer } from './middleware/answer.ts';

/** The stack of a route outside every site, which parses nothing and so loads no schemas. */
export const bareEndpoint = () => middy<HttpEvent, Reply>().use(answer());
