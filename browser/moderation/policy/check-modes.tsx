import type { AdjustableCheck } from '../../../src/comment/policies/check-modes.ts';
import { useDesk } from '../desk.ts';
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
  const { checks, modes } = useDesk().words.value.policy;
  return (
    <fieldset class="settings" disabled={isReadOnly || draft.document.value === undefined}>
      <legend>{modes.title}</legend>
      <p class="soft">{modes.lead}</p>
      <details>
        <summary>{modes.all}</summary>
        <div class="modes-grid">
          {(Object.keys(checks) as AdjustableCheck[]).map((check) => (
            <label class="field" key={check}>
              {checks[check]}
              <select
                value={String(draft.at('checks', check) ?? '')}
                onChange={({ currentTarget: { value } }) =>
                  draft.set(value === '' ? undefined : value, 'checks', check)
                }
              >
                <option value="">{modes.own}</option>
                {MODES.map((mode) => (
                  <option key={mode} value={mode}>
                    {modes.list[mode]}
                  </option>
                ))}
              </select>
            </label>
          ))}
        </div>
      </details>
    </fieldset>
  );
};
