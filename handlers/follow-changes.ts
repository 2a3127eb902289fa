import { streamApp } from '../src/app.ts';
import { batchResponse, type StreamEvent } from '../src/lambda/batch-response.ts';
import { followStream } from '../src/stream/follow-stream.ts';

const app = streamApp();

export const handler = async (event: StreamEvent) => {
  const records = event.Records.flatMap((record) => app.readRecord(record) ?? []);
  return batchResponse(records, await followStream(app, records));
};
