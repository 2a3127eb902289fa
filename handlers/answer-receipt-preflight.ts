import { readersApp } from '../src/app.ts';
import { chain } from '../src/lambda/chain.ts';
import { answer } from '../src/lambda/middleware/answer.ts';
import { cors } from '../src/lambda/middleware/cors.ts';
import { preflight, preflightAnyway } from '../src/lambda/middleware/preflight.ts';
import { siteOfReceipt } from '../src/lambda/receipt/open-receipt.ts';

export const handler = chain(cors(), answer(), preflightAnyway())
  .with(siteOfReceipt(readersApp()))
  .handler(async () => preflight());
