import { checkIsThere } from '../local/local-database.ts';
import { openData } from '../local/open-data.ts';
import { findRunning } from '../local/running.ts';
import { readSettings } from '../local/settings.ts';
import { readStack } from '../local/stack.ts';
import { failedRecordsIn } from '../local/stream/failed-records.ts';
import { environment } from '../src/config.ts';
import type { Store } from '../src/storage/dynamodb/store.ts';
import { runCommand, WrongArguments } from '../tools/command.ts';
import { openAws, outputsOf } from './redrive/aws.ts';
import { recordsInBucket } from './redrive/bucket.ts';
import { type KeptRecords, recordsInFolder } from './redrive/kept-records.ts';
import { mendArticle, placeOf } from './redrive/mend-article.ts';
import { redriveRecords } from './redrive/redrive-records.ts';
import { storeOn } from './store-on.ts';

const HELP = `npm run redrive [-- --stage <name> [--region <name>]]

Goes through the records of the table's stream that were given up: counts their articles anew (counts, queues, authors' records, audit
trail), teaches what was decided there, and removes each record that led to where it should. One that fails is kept, with the reason.

Without a stage: those of the data folder (DATA_DIR), beside a running server or without one.

  --stage <name>   those in the bucket of a deployed stack, whose outputs name its bucket and table
  --region <name>  where that is; by default the region of serverless.yml
  --help           this`;

type Target = { readonly records: KeptRecords; readonly store: Store; readonly close: () => void };

const openLocal = async (): Promise<Target> => {
  const settings = readSettings(environment());
  const { dataDir, dynamodbEndpoint } = settings;
  if (!dynamodbEndpoint && !findRunning(dataDir)?.endpoint) checkIsThere(dataDir);
  const { client, tableName, close } = await openData(settings);
  return {
    records: recordsInFolder(failedRecordsIn(dataDir)),
    store: storeOn(client, tableName),
    close,
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
  return {
    records: recordsInBucket(aws.ask, region, bucket),
    store: storeOn(aws.client, table),
    close: aws.close,
  };
};

await runCommand({
  help: HELP,
  options: { stage: { type: 'string' }, region: { type: 'string' } },
  run: async ({ stage, region }) => {
    if (region !== undefined && stage === undefined) throw new WrongArguments('--region goes with a --stage');
    const { records, store, close } = stage ? await openStage(stage, region) : await openLocal();
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
  },
});
