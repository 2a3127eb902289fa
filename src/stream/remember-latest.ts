import type { KeepLatest } from '../storage/moderation-store.ts';
import type { Consumer, Failure, RecordOf } from './consumer.ts';

type Deps = { readonly store: KeepLatest };

/** Keeps a site's latest publications and decisions, so that moderators can look back. One write unit for each. */
export const rememberLatest: Consumer<Deps, 'comment' | 'decision'> = {
  name: 'remember-latest',
  kinds: ['comment', 'decision'],
  follow: async ({ store }, records) => {
    const failed: Failure[] = [];
    for (const record of records)
      try {
        await follow(store, record);
      } catch (cause) {
        failed.push({ record: record.record, cause });
      }
    return failed;
  },
};

const follow = async (store: KeepLatest, record: RecordOf<'comment' | 'decision'>): Promise<void> => {
  if (record.kind === 'decision') {
    const { kind: _, record: __, ...decision } = record;
    await store.keepLatest(decision);
    return;
  }
  const { before, after } = record;
  if (before !== undefined || after?.status !== 'approved') return;
  const { site, article, id: comment, version, since: at, staffId: by } = after;
  const of = { site, article, comment, version, at };
  if (by !== undefined) await store.keepLatest({ ...of, by, action: 'reply' });
  else if (after.decision === undefined) await store.keepLatest({ ...of, action: 'publish' });
};
