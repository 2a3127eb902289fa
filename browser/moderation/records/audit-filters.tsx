import type { ReadonlySignal } from '@preact/signals';
import { useDesk } from '../desk.ts';
import { SelectField } from '../fields/select-field.tsx';
import { BusyButton } from '../shell/busy-button.tsx';
import { type AuditQuery, momentsOf } from './site-days.ts';

type Props = {
  readonly onShow: (query: AuditQuery) => void;
  /** Saves what the filters find as a table. */
  readonly onSave: (query: AuditQuery) => void;
  readonly isBusy: ReadonlySignal<boolean>;
};

const SAVE = 'save';

/** Which action, and between which days of the site's clock. */
export const AuditFilters = ({ onShow, onSave, isBusy }: Props) => {
  const { words, me } = useDesk();
  const { records: said } = words.value;
  const submit = (event: SubmitEvent) => {
    const sent = [...new FormData(event.currentTarget as HTMLFormElement)];
    const given = Object.fromEntries(
      sent.filter(([, value]) => value !== '').map(([name, value]) => [name, String(value)]),
    );
    const query = momentsOf(given, me.site.timeZone);
    if ((event.submitter as HTMLButtonElement | null)?.value === SAVE) onSave(query);
    else onShow(query);
  };
  return (
    <form class="search" onSubmit={submit}>
      <SelectField
        name="action"
        label={said.action}
        options={[['', said.everyAction], ...Object.entries(said.actions)]}
      />
      <label class="field">
        {said.since}
        <input type="date" name="since" />
      </label>
      <label class="field">
        {said.until}
        <input type="date" name="until" />
      </label>
      <button type="submit">{said.show}</button>
      <BusyButton isBusy={isBusy} isPrimary={false} value={SAVE}>
        {said.save}
      </BusyButton>
    </form>
  );
};
