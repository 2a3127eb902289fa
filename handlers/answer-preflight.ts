import { readersApp } from '../src/app.ts';
import { endpoint } from '../src/lambda/endpoint.ts';
import { preflight } from '../src/lambda/http.ts';

export const handler = endpoint(readersApp()).handler(async () => preflight());
