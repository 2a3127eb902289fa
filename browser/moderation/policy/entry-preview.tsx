import { useSignal } from '@preact/signals';
import { useDesk } from '../desk.ts';
import { SelectField } from '../fields/select-field.tsx';
import { StatusWord } from '../row/outcome.tsx';
import { useBusy } from '../shell/busy.ts';
import { BusyButton } from '../shell/busy-button.tsx';
import { ProblemLine } from '../shell/problem.tsx';
import type { EntryPreview } from '../wire.ts';

const LISTS = ['words', 'domains', 'emails', 'networks'] as const;

/** Holds an entry of a list against the newest comments. */
export const EntryPreviewForm = () => {
  const { calls, words } = useDesk();
  const { preview: said, settings } = words.value.policy;
  const { isBusy, problem, field, run } = useBusy();
  const preview = useSignal<EntryPreview | undefined>(undefined);
  const submit = (event: SubmitEvent) => {
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
        <SelectField
          name="list"
          label={said.list}
          options={LISTS.map((list) => [list, settings.blocked.labels[list]])}
        />
        <label class="field">
          {said.entry}
          <input name="entry" required maxLength={1_000} autocomplete="off" />
        </label>
        <BusyButton isBusy={isBusy} isPrimary={false}>
          {said.try}
        </BusyButton>
        <ProblemLine text={problem.value} field={field.value} />
      </form>
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
