import { useEffect, useRef } from 'preact/hooks';
import { useDesk } from '../desk.ts';
import { goTo, placeHref } from '../shell/place.ts';
import type { Status } from '../wire.ts';

const STATUSES: readonly Status[] = ['pending', 'approved', 'rejected', 'spam', 'withdrawn'];
type Query = Readonly<Record<string, string>>;

/** Words, an article and a status to look for. */
export const SearchForm = ({ query }: { readonly query: Query }) => {
  const { words } = useDesk();
  const { search, frame } = words.value;
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (!query.q && !query.article && !query.author) first.current?.focus();
  }, []);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const sent = new FormData(event.currentTarget as HTMLFormElement);
    goTo(placeHref('search', { ...queryOf(sent), author: query.author }));
  };
  return (
    <search>
      <form class="search" onSubmit={submit}>
        <label class="field">
          {search.words}
          <input ref={first} type="search" name="q" defaultValue={query.q ?? ''} />
        </label>
        <label class="field">
          {search.article}
          <input type="text" name="article" defaultValue={query.article ?? ''} />
        </label>
        <StatusChoice chosen={query.status} />
        <button type="submit" class="primary">
          {frame.search}
        </button>
        {query.author && (
          <p class="soft">
            {search.ofAuthor} <a href={placeHref('search', { ...query, author: '' })}>{search.everyone}</a>
          </p>
        )}
        <p class="soft hint">{search.hint}</p>
      </form>
    </search>
  );
};

/** What the form's own fields say. */
const queryOf = (sent: FormData) => {
  const text = (name: string) => String(sent.get(name) ?? '').trim();
  return { q: text('q'), article: text('article'), status: text('status') };
};

const StatusChoice = ({ chosen }: { readonly chosen: string | undefined }) => {
  const { search, queue } = useDesk().words.value;
  return (
    <label class="field">
      {search.status}
      <select name="status" defaultValue={chosen ?? ''}>
        <option value="">{search.everyStatus}</option>
        {STATUSES.map((status) => (
          <option key={status} value={status} selected={status === chosen}>
            {queue.statuses[status]}
          </option>
        ))}
      </select>
    </label>
  );
};
