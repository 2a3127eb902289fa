import { useSignal } from '@preact/signals';
import { useDesk } from '../desk.ts';
import { StatusWord } from '../row/outcome.tsx';
import { useBusy } from '../shell/busy.ts';
import { ProblemLine } from '../shell/problem.tsx';
import type { EntryPreview } from '../wire.ts';

const LISTS = ['words', 'domains', 'emails', 'networks'] as const;

/** Holds an entry of a list against the newest comments. */
export const EntryPreviewForm = () => {
  const { calls, words } = useDesk();
  const said = words.value.policy.preview;
  const { isBusy, problem, run } = useBusy();
  const preview = useSignal<EntryPreview | undefined>(undefined);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const sent = new FormData(event.currentTarget as HTMLFormElement);
    void run(calls.previewEntry(String(sent.get('list')), String(sent.get('entry'))), (reply) => {
      preview.value = reply;
    });
  };
  return (
    <section class="panel">
      <h2>{said.title}</h2>
      <p class="soft">{said.lead}</p>
      <form class="search" onSubmit={submit}>
        <label class="field">
          {said.list}
          <select name="list">
            {LISTS.map((list) => (
              <option key={list} value={list}>
                {said.lists[list]}
              </option>
            ))}
          </select>
        </label>
        <label class="field">
          {said.entry}
          <input name="entry" required maxLength={1_000} autocomplete="off" />
        </label>
        <button type="submit" disabled={isBusy.value}>
          {said.try}
        </button>
      </form>
      <ProblemLine text={problem.value} />
      <div role="status">{preview.value && <Matches preview={preview.value} />}</div>
    </section>
  );
};

const Matches = ({ preview: { list, comments, compared, sought } }: { readonly preview: EntryPreview }) => {
  const said = useDesk().words.value.policy.preview;
  return (
    <>
      <p>
        {isPseudonymous(list) && compared === 0 ? said.notCompared : said.result(comments.length, compared)}{' '}
        <span class="soft">{said.sought(sought)}</span>
      </p>
      <ul class="matches">
        {comments.map(({ id, author, status, excerpt }) => (
          <li key={id}>
            <strong>
              <bdi>{author}</bdi>
            </strong>{' '}
            <StatusWord status={status} />
            {excerpt && (
              <blockquote dir="auto">
                {excerpt.before}
                <mark>{excerpt.match}</mark>
                {excerpt.after}
              </blockquote>
            )}
          </li>
        ))}
      </ul>
    </>
  );
};

/** Of these only pseudonyms are kept. */
const isPseudonymous = (list: EntryPreview['list']): boolean => list === 'emails' || list === 'networks';
