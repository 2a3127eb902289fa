import { useDesk } from '../desk.ts';
import { placeHref } from '../shell/place.ts';
import type { AuditEntry } from '../wire.ts';
import { sayStanding } from './standing.ts';

/** One thing that was done. */
export const AuditRow = ({ entry }: { readonly entry: AuditEntry }) => {
  const { words, times } = useDesk();
  const { records, queue } = words.value;
  const { at, by, name, action, before, after, reason, page } = entry;
  const standing = (state: string | null) => (
    <bdi>{state === null ? '–' : sayStanding(state, words.value, times.value)}</bdi>
  );
  return (
    <tr>
      <td>{times.value.exact(at)}</td>
      <th scope="row">
        <bdi>{name ?? records.machines[by] ?? by}</bdi>
      </th>
      <td>{records.actions[action] ?? action}</td>
      <td>
        <Subject entry={entry} />
      </td>
      <td>
        {(before !== null || after !== null) && (
          <>
            {standing(before)} → {standing(after)}
            {page !== null && ` · ${records.pages[page]}`}
          </>
        )}
      </td>
      <td>{reason === null ? '' : (queue.reasons.list[reason] ?? reason)}</td>
    </tr>
  );
};

const Subject = ({ entry: { article, comment, subject } }: { readonly entry: AuditEntry }) => {
  const { records } = useDesk().words.value;
  if (article === null) return <>{subject}</>;
  return (
    <a href={placeHref('search', { article })}>
      {comment === null ? article : `${records.comment} · ${article}`}
    </a>
  );
};
