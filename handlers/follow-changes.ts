import { upkeepApp } from '../src/app.ts';
import { type StreamEvent, streamed } from '../src/lambda/streamed.ts';
import { followChanges } from '../src/use-cases/follow-changes.ts';

const app = upkeepApp();

export const handler = async (event: StreamEvent) => {
  const changes = event.Records.flatMap((record) => app.readChange(record) ?? []);
  return streamed(changes, await followChanges(app, changes));
};
