import { useDesk } from '../desk.ts';
import { useBusy } from '../shell/busy.ts';
import { ProblemLine } from '../shell/problem.tsx';
import type { BanKind } from '../wire.ts';
import { Reason } from './ban-dialog.tsx';
import { Duration } from './duration-choice.tsx';

const KINDS = ['email', 'domain', 'network'] as const;
const EFFECTS = ['ban', 'allow'] as const;

/** Bans or allows an address, a domain or a network by its value. */
export const BanForm = ({ onAdded }: { readonly onAdded: () => void }) => {
  const { words, calls, toasts } = useDesk();
  const { add, kinds, effects } = words.value.bans;
  const { isBusy, problem, run } = useBusy();
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    const ban = banOf(new FormData(form));
    void run(calls.addBan(ban), () => {
      toasts.show({ text: add.done[ban.effect], tone: 'done' });
      form.reset();
      onAdded();
    });
  };
  return (
    <section>
      <h2>{add.title}</h2>
      <form class="narrow" onSubmit={submit}>
        <Select name="kind" label={add.kind} options={KINDS.map((kind) => [kind, kinds[kind]])} />
        <label class="field">
          {add.value}
          <input name="value" required maxLength={300} autocomplete="off" />
          <small>{add.valueHint}</small>
        </label>
        <Select
          name="effect"
          label={add.effect}
          options={EFFECTS.map((effect) => [effect, effects[effect]])}
        />
        <Reason />
        <Duration />
        <ProblemLine text={problem.value} />
        <button type="submit" class="primary" disabled={isBusy.value}>
          {add.sendAny}
        </button>
      </form>
    </section>
  );
};

const banOf = (sent: FormData) => {
  const text = (name: string) => String(sent.get(name) ?? '').trim();
  const days = Number(text('days'));
  return {
    ...{ kind: text('kind') as BanKind, value: text('value'), effect: text('effect') as 'ban' | 'allow' },
    ...{ reason: text('reason'), ...(days > 0 ? { days } : {}) },
  };
};

type SelectProps = {
  readonly name: string;
  readonly label: string;
  readonly options: readonly (readonly [string, string])[];
};

const Select = ({ name, label, options }: SelectProps) => (
  <label class="field">
    {label}
    <select name={name}>
      {options.map(([value, text]) => (
        <option key={value} value={value}>
          {text}
        </option>
      ))}
    </select>
  </label>
);
