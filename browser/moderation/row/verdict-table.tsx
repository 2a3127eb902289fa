import { useSignal } from '@preact/signals';
import { useDesk } from '../desk.ts';
import type { Comment, Finding } from '../wire.ts';
import { checkName } from './names.ts';

/** All that was checked, with scores, versions and times: fetched when it is asked for. */
export const VerdictTable = ({ comment }: { readonly comment: Comment }) => {
  const { calls, words } = useDesk();
  const findings = useSignal<readonly Finding[] | undefined>(undefined);
  const fetchAll = async () => {
    const found = await calls.current(comment, { verdict: 'full' });
    findings.value = (found ?? comment).verdict.findings;
  };
  return (
    <details class="verdict" onToggle={({ currentTarget }) => currentTarget.open && void fetchAll()}>
      <summary>{words.value.queue.evidence.all}</summary>
      {findings.value && <Findings findings={findings.value} />}
    </details>
  );
};

const Findings = ({ findings }: { readonly findings: readonly Finding[] }) => {
  const { words } = useDesk();
  const { evidence, outcomes } = words.value.queue;
  const { format } = new Intl.NumberFormat(words.value.locale);
  const titles = [evidence.check, evidence.outcome, evidence.score, evidence.version, evidence.ms];
  return (
    <table>
      <thead>
        <tr>
          {titles.map((title) => (
            <th key={title} scope="col">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {findings.map(({ check, outcome, judged, score, version, ms }) => (
          <tr key={check}>
            <th scope="row">{checkName(words.value, check)}</th>
            <td>
              {outcomes[outcome]}
              {judged && <> ({evidence.judged(outcomes[judged])})</>}
            </td>
            <td>{format(score)}</td>
            <td>{version}</td>
            <td>{`${format(ms)} ms`}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};
