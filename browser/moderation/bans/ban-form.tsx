import { useDesk } from '../desk.ts';
import { resetSent } from '../fields/reset-sent.ts';
import { SelectField } from '../fields/select-field.tsx';
import { useBusy } from '../shell/busy.ts';
import { BusyButton } from '../shell/busy-button.tsx';
import { ProblemLine } from '../shell/problem.tsx';
import type { BanKind } from '../wire.ts';
import { Reason } from './ban-dialog.tsx';
import { banning } from './banned.ts';
import { Duration } from './duration-choice.tsx';

const KINDS = ['email', 'domain', 'network'] as const;
const EFFECTS = ['ban', 'allow'] as const;

/** Bans or allows an address, a domain or a network by its value. */
export const BanForm = ({ onAdded }: { readonly onAdded: () => void }) => {
  const desk = useDesk();
  const { words } = desk;
  const { add, kinds, effects } = words.value.bans;
  const { isBusy, problem, field, send } = useBusy();
  const reason = desk.drafts.of('ban');
  const submit = (event: SubmitEvent) => {
    const form = event.currentTarget as HTMLFormElement;
    const sent = new FormData(form);
    const { answer, say } = banning(desk, banOf(sent), onAdded);
    void send(answer, (added) => {
      say(added);
      if (resetSent(form, sent)) reason.value = '';
      onAdded();
    });
  };
  return (
    <section>
      <h2>{add.title}</h2>
      <form class="narrow" onSubmit={submit}>
        <SelectField name="kind" label={add.kind} options={KINDS.map((kind) => [kind, kinds[kind]])} />
        <label class="field">
          {add.value}
          <input name="value" required maxLength={300} autocomplete="off" />
          <small>{add.valueHint}</small>
        </label>
        <SelectField
          name="effect"
          label={add.effect}
          options={EFFECTS.map((effect) => [effect, effects[effect]])}
        />
        <Reason text={reason} />
        <Duration />
        <ProblemLine text={problem.value} field={field.value} />
        <BusyButton isBusy={isBusy}>{words.value.frame.save}</BusyButton>
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
