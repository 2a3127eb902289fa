import { readersApp } from '../src/app.ts';
import { endpoint } from '../src/lambda/endpoint.ts';
import { preflight, preflightAnyway } from '../src/lambda/middleware/preflight.ts';

export const handler = endpoint(readersApp(), preflightAnyway()).handler(async () => preflight());
