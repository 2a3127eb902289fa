import { streamApp } from '../src/app.ts';
import { type StreamEvent, streamed } from '../src/lambda/streamed.ts';
import { followChanges } from '../src/use-cases/follow-changes.ts';
import { learnFromDecisions } from '../src/use-cases/learn-from-decisions.ts';

const app = streamApp();

export const handler = async (event: StreamEvent) => {
  const changes = event.Records.flatMap((record) => app.readChange(record) ?? []);
  const decisions = event.Records.flatMap((record) => app.readDecision(record) ?? []);
  const left = await Promise.all([followChanges(app, changes), learnFromDecisions(app, decisions)]);
  return streamed({ changes: changes.length, decisions: decisions.length }, left.flat());
};
