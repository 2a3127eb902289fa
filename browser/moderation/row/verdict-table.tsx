import { useSignal } from '@preact/signals';
import { useDesk } from '../desk.ts';
import type { Comment } from '../wire.ts';

/** All that was checked, with scores, versions and times: one disclosure away. */
export const VerdictTable = ({ findings }: { readonly findings: Comment['verdict']['findings'] }) => {
  const isOpen = useSignal(false);
  const { evidence, outcomes } = useDesk().words.value.queue;
  if (findings.length === 0) return null;
  return (
    <details
      class="verdict"
      onToggle={({ currentTarget }) => {
        isOpen.value = currentTarget.open;
      }}
    >
      <summary>{evidence.all}</summary>
      {isOpen.value && (
        <table>
          <thead>
            <tr>
              {[evidence.check, evidence.outcome, evidence.score, evidence.version, evidence.ms].map(
                (title) => (
                  <th key={title} scope="col">
                    {title}
                  </th>
                ),
              )}
            </tr>
          </thead>
          <tbody>
            {findings.map(({ check, outcome, score, version, ms }) => (
              <tr key={check}>
                <th scope="row">{check}</th>
                <td>{outcomes[outcome]}</td>
                <td>{score}</td>
                <td>{version}</td>
                <td>{`${ms} ms`}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </details>
  );
};
