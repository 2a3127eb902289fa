import type { AdjustableCheck } from '../../../src/comment/policies/check-modes.ts';
import { useDesk } from '../desk.ts';
import { SelectField } from '../fields/select-field.tsx';
import type { Draft } from './draft.ts';

const MODES = ['off', 'shadow', 'hold', 'spam'] as const;

/** What becomes of what each check finds. */
export const CheckModesForm = ({
  draft,
  isReadOnly,
}: {
  readonly draft: Draft;
  readonly isReadOnly: boolean;
}) => {
  const { policy, queue } = useDesk().words.value;
  const { checks, modes } = policy;
  return (
    <fieldset class="settings" disabled={isReadOnly || draft.document.value === undefined}>
      <legend>{modes.title}</legend>
      <p class="soft">{modes.lead}</p>
      <details>
        <summary>{queue.evidence.all}</summary>
        <div class="modes-grid">
          {(Object.keys(checks) as AdjustableCheck[]).map((check) => (
            <SelectField
              key={check}
              name={`policy.checks.${check}`}
              label={checks[check]}
              options={[['', modes.own], ...MODES.map((mode) => [mode, modes.list[mode]] as const)]}
              chosen={String(draft.at('checks', check) ?? '')}
              onChoose={(mode) => draft.set(mode || undefined, 'checks', check)}
            />
          ))}
        </div>
      </details>
    </fieldset>
  );
};
