import { useSignal } from '@preact/signals';
import { useDesk } from '../desk.ts';
import { SelectField } from '../fields/select-field.tsx';
import type { Draft, Value } from './draft.ts';
import { type Kind, SETTINGS, sections } from './settings.ts';

type Props = { readonly draft: Draft; readonly isReadOnly: boolean };

/** The settings that have names, section by section. */
export const SettingsForm = ({ draft, isReadOnly }: Props) => {
  const said = useDesk().words.value.policy;
  return (
    <fieldset class="settings" disabled={isReadOnly || draft.document.value === undefined}>
      <legend>{said.settingsTitle}</legend>
      <p class="soft">{said.limitHint}</p>
      {sections.map((section) => (
        <details key={section}>
          <summary>{said.settings[section].title}</summary>
          {Object.entries<Kind>(SETTINGS[section]).map(([name, kind]) => (
            <Setting
              key={name}
              name={`policy.${section}.${name}`}
              kind={kind}
              label={(said.settings[section].labels as Readonly<Record<string, string>>)[name] ?? name}
              choices={said.settings[section].choices}
              value={draft.at(section, name)}
              onChange={(value) => draft.set(value, section, name)}
            />
          ))}
        </details>
      ))}
    </fieldset>
  );
};

type SettingProps = {
  readonly name: string;
  readonly kind: Kind;
  readonly label: string;
  readonly choices: Readonly<Record<string, string>> | undefined;
  readonly value: Value;
  readonly onChange: (value: Value) => void;
};

const Setting = ({ kind, choices = {}, ...rest }: SettingProps) => {
  const { name, label, value, onChange } = rest;
  if (kind === 'switch')
    return (
      <label class="choice">
        <input
          type="checkbox"
          name={name}
          checked={value === true}
          onChange={({ currentTarget }) => onChange(currentTarget.checked)}
        />
        {label}
      </label>
    );
  if (kind === 'list') return <ListSetting {...rest} />;
  if (typeof kind === 'object')
    return (
      <SelectField
        {...{ name, label }}
        options={Object.entries(choices)}
        chosen={String(value)}
        onChoose={onChange}
      />
    );
  return <NumberSetting {...rest} isLimit={kind === 'limit'} />;
};

const NumberSetting = ({
  name,
  label,
  isLimit,
  value,
  onChange,
}: Omit<SettingProps, 'kind' | 'choices'> & { readonly isLimit: boolean }) => {
  const { limitOff } = useDesk().words.value.policy;
  return (
    <label class="field number">
      {label}
      <input
        type="number"
        name={name}
        step="any"
        min={0}
        required={!isLimit}
        placeholder={isLimit ? limitOff : ''}
        value={typeof value === 'number' ? value : ''}
        onChange={({ currentTarget }) => {
          if (currentTarget.value !== '') onChange(currentTarget.valueAsNumber);
          else if (isLimit) onChange(null);
        }}
      />
    </label>
  );
};

/** What is typed stands as it was typed, while it says the same as the list. */
const ListSetting = ({ name, label, value, onChange }: Omit<SettingProps, 'kind' | 'choices'>) => {
  const { listHint } = useDesk().words.value.policy;
  const list = Array.isArray(value) ? value.join('\n') : '';
  const typed = useSignal(list);
  return (
    <label class="field">
      {label}
      <textarea
        name={name}
        rows={3}
        spellcheck={false}
        value={linesOf(typed.value).join('\n') === list ? typed.value : list}
        onInput={({ currentTarget }) => {
          typed.value = currentTarget.value;
          onChange(linesOf(currentTarget.value));
        }}
      />
      <small>{listHint}</small>
    </label>
  );
};

const linesOf = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
