import { parseArgs } from 'node:util';
import { environment } from '../config.ts';
import type { Store } from '../storage/dynamodb/store.ts';
import { openData } from './open-data.ts';
import { openAws, outputsOf } from './redrive/aws.ts';
import { recordsInBucket } from './redrive/bucket.ts';
import { type KeptRecords, recordsInFolder } from './redrive/kept-records.ts';
import { mendArticle, placeOf } from './redrive/mend-article.ts';
import { redriveRecords } from './redrive/redrive-records.ts';
import { readSettings } from './settings.ts';
import { readStack } from './stack.ts';
import { openStore } from './store.ts';
import { failedRecordsIn } from './stream/failed-records.ts';

const USAGE = `Usage: npm run redrive [-- --stage <name> [--region <name>]]

Goes through the records of the table's stream that were given up: counts their articles anew (counts, queues, authors' records, audit
trail), teaches what was decided there, and removes each record that led to where it should. One that fails is kept, with the reason.

Without a stage: those of the data folder (DATA_DIR), beside a running server or without one.
--stage <name>   those in the bucket of a deployed stack, whose outputs name its bucket and table
--region <name>  where that is; by default the region of serverless.yml
`;

type Target = { readonly records: KeptRecords; readonly store: Store; readonly close: () => void };

const run = async () => {
  const { values } = parseArgs({
    options: { stage: { type: 'string' }, region: { type: 'string' }, help: { type: 'boolean' } },
  });
  if (values.help) return USAGE;
  const { records, store, close } = values.stage
    ? await openStage(values.stage, values.region)
    : await openLocal();
  try {
    const done = await redriveRecords({
      ...{ records, placeOf, now: Date.now },
      mend: (place) => mendArticle(store, place, Date.now()),
      onKept: (name, reason) => console.error(`${name} is kept: ${reason}`),
    });
    if (done.kept > 0) process.exitCode = 1;
    return JSON.stringify(done, null, 2);
  } finally {
    close();
  }
};

const openLocal = async (): Promise<Target> => {
  const settings = readSettings(environment());
  const data = await openData(settings);
  const { store, close } = openStore(data.database);
  return {
    records: recordsInFolder(failedRecordsIn(settings.dataDir)),
    store,
    close: () => {
      close();
      data.close();
    },
  };
};

const openStage = async (stage: string, asked: string | undefined): Promise<Target> => {
  const { service, provider } = readStack();
  const region = asked ?? provider.region ?? '';
  const aws = openAws(region);
  const outputs = await outputsOf(aws.ask, region, `${service}-${stage}`);
  const [bucket, table] = ['FailedRecords', 'TableName'].map((name) => outputs.get(name));
  if (bucket === undefined || table === undefined)
    throw new Error(`The stack ${service}-${stage} names no bucket of failed records: deploy it anew.`);
  const { store } = openStore(aws.client, table);
  return { records: recordsInBucket(aws.ask, region, bucket), store, close: aws.close };
};

run().then(console.log, (error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
