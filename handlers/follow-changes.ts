import { streamApp } from '../src/app.ts';
import { batchResponse, type StreamEvent } from '../src/lambda/batch-response.ts';
import { deliverToConsumers } from '../src/stream/deliver-to-consumers.ts';

const app = streamApp();

export const handler = async (event: StreamEvent) => {
  const records = event.Records.flatMap(app.readRecord);
  return batchResponse(records, await deliverToConsumers(app, records));
};
