import { failedRecordsIn, isTooOld } from '../local/stream/failed-records.ts';
import { runCommand } from '../tools/command.ts';
import { recordsInBucket } from './redrive/bucket.ts';
import { type KeptRecords, recordsInFolder } from './redrive/kept-records.ts';
import { mendArticle, placeOf } from './redrive/mend-article.ts';
import { redriveRecords } from './redrive/redrive-records.ts';
import { type Stage, stageOf, stageOptions } from './stage/stage-options.ts';
import { openLocalStore, openStageStore, type WholeStore } from './stage/whole-store.ts';

const HELP = `npm run redrive [-- --stage <name> [--region <name>]]

Goes through the records of the table's stream that were given up: counts their articles anew (counts, queues, authors' records, audit
trail), teaches what was decided there, and removes each record that led to where it should. One that fails is kept, with the reason, until
30 days after its first failure; one that cannot be read, or while the database does not answer, is left as it is.

Without a stage: those of the data folder (DATA_DIR), beside a running server or without one.

  --stage <name>   those in the bucket of a deployed stack, whose outputs name its bucket and table
  --region <name>  where that is; by default where deploy/<stage>.json says it was deployed, or the region of serverless.yml
  --help           this`;

type Target = WholeStore & { readonly records: KeptRecords };

const openLocal = async (): Promise<Target> => {
  const opened = await openLocalStore();
  return { ...opened, records: recordsInFolder(failedRecordsIn(opened.dataDir)) };
};

const openStage = async (stage: Stage): Promise<Target> => {
  const opened = await openStageStore(stage);
  return { ...opened, records: recordsInBucket(opened.ask, opened.region, opened.output('FailedRecords')) };
};

await runCommand({
  help: HELP,
  options: stageOptions,
  run: async (values) => {
    const stage = stageOf(values);
    const { records, close, ...deps } = stage ? await openStage(stage) : await openLocal();
    try {
      const done = await redriveRecords({
        ...{ records, placeOf, now: Date.now },
        mend: (place) => mendArticle(deps, place, Date.now()),
        isTooOld,
        onFailed: (name, reason, isRemoved) =>
          console.error(
            `${name} is ${isRemoved ? 'removed, since it is older than 30 days' : 'kept'}: ${reason}`,
          ),
      });
      if (done.kept + done.expired > 0) process.exitCode = 1;
      return JSON.stringify(done, null, 2);
    } finally {
      close();
    }
  },
});
