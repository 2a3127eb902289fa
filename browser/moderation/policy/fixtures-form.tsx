import { useDesk } from '../desk.ts';
import { SelectField } from '../fields/select-field.tsx';
import { ProblemLine } from '../shell/problem.tsx';
import type { PolicyProblem, WireFixture } from '../wire.ts';
import type { Draft } from './draft.ts';

const EXPECTED = ['publish', 'hold', 'spam', 'refuse'] as const;
const NEW: WireFixture = { comment: { author: '', text: '' }, expected: 'publish' };

type Props = {
  readonly draft: Draft;
  readonly isReadOnly: boolean;
  /** Of the last attempt to save. */
  readonly problems: readonly PolicyProblem[];
  /** Their places no longer count. */
  readonly onMoved: () => void;
};

/** Comments, and what the policy must make of each; what failed stands beside it. */
export const FixturesForm = ({ draft, isReadOnly, problems, onMoved }: Props) => {
  const { policy, refusals } = useDesk().words.value;
  const said = policy.fixtures;
  const given = draft.at('fixtures');
  const fixtures: readonly WireFixture[] = Array.isArray(given) ? given : [];
  const put = (all: readonly WireFixture[]) => draft.set(all.length === 0 ? undefined : all, 'fixtures');
  return (
    <fieldset class="settings" disabled={isReadOnly || draft.document.value === undefined}>
      <legend>{said.title}</legend>
      <p class="soft">{said.lead}</p>
      <ol class="fixtures">
        {fixtures.map((fixture, at) => (
          <li key={at}>
            <FixtureFields
              fixture={fixture}
              problem={problems
                .filter(({ field }) => `${field}.`.startsWith(`policy.fixtures.${at}.`))
                .map(({ field, detail }) => (field.endsWith(`.${at}`) ? detail : refusals.detail(detail)))
                .join(' ')}
              onChange={(changed) => put(fixtures.with(at, changed))}
              onRemove={() => {
                onMoved();
                put(fixtures.toSpliced(at, 1));
              }}
            />
          </li>
        ))}
      </ol>
      <button type="button" onClick={() => put([...fixtures, NEW])}>
        {said.add}
      </button>
    </fieldset>
  );
};

type FieldsProps = {
  readonly fixture: WireFixture;
  readonly problem: string;
  readonly onChange: (changed: WireFixture) => void;
  readonly onRemove: () => void;
};

const FixtureFields = ({ fixture, problem, onChange, onRemove }: FieldsProps) => {
  const { policy, team } = useDesk().words.value;
  const said = policy.fixtures;
  const { comment } = fixture;
  return (
    <>
      <label class="field">
        {said.text}
        <textarea
          rows={2}
          value={comment?.text}
          onInput={({ currentTarget }) =>
            onChange({ ...fixture, comment: { ...comment, text: currentTarget.value } })
          }
        />
      </label>
      <div class="fixture-line">
        <label class="field">
          {said.author}
          <input
            value={comment?.author}
            autocomplete="off"
            onInput={({ currentTarget }) =>
              onChange({ ...fixture, comment: { ...comment, author: currentTarget.value } })
            }
          />
        </label>
        <ApprovedField fixture={fixture} onChange={onChange} />
        <ExpectedChoice fixture={fixture} onChange={onChange} />
        <button type="button" onClick={onRemove}>
          {team.remove}
        </button>
      </div>
      <ProblemLine text={problem} />
    </>
  );
};

type FieldProps = Pick<FieldsProps, 'fixture' | 'onChange'>;

/** How many comments of its author were approved before; empty for anybody. */
const ApprovedField = ({ fixture, onChange }: FieldProps) => {
  const said = useDesk().words.value.policy.fixtures;
  return (
    <label class="field">
      {said.approved}
      <input
        type="number"
        min={0}
        max={100}
        placeholder={said.anybody}
        value={fixture.approved ?? ''}
        onChange={({ currentTarget }) => onChange(withApproved(fixture, currentTarget))}
      />
    </label>
  );
};

const withApproved = (fixture: WireFixture, { value, valueAsNumber }: HTMLInputElement): WireFixture => {
  const { approved: _, ...rest } = fixture;
  return value === '' ? rest : { ...rest, approved: valueAsNumber };
};

/** What the policy must make of the comment. */
const ExpectedChoice = ({ fixture, onChange }: FieldProps) => {
  const said = useDesk().words.value.policy.fixtures;
  return (
    <SelectField
      label={said.expected}
      options={EXPECTED.map((outcome) => [outcome, said.outcomes[outcome]])}
      chosen={fixture.expected}
      onChoose={(expected) => onChange({ ...fixture, expected: expected as WireFixture['expected'] })}
    />
  );
};
