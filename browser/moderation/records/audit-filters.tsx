import { useDesk } from '../desk.ts';

export type AuditQuery = Readonly<Record<string, string>>;

/** Which action, and between which days. */
export const AuditFilters = ({ onShow }: { readonly onShow: (query: AuditQuery) => void }) => {
  const { records: said } = useDesk().words.value;
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const sent = [...new FormData(event.currentTarget as HTMLFormElement)];
    onShow(
      Object.fromEntries(
        sent.filter(([, value]) => value !== '').map(([name, value]) => [name, String(value)]),
      ),
    );
  };
  return (
    <form class="search" onSubmit={submit}>
      <label class="field">
        {said.action}
        <select name="action">
          <option value="">{said.everyAction}</option>
          {Object.entries(said.actions).map(([action, name]) => (
            <option key={action} value={action}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label class="field">
        {said.since}
        <input type="date" name="since" />
      </label>
      <label class="field">
        {said.until}
        <input type="date" name="until" />
      </label>
      <button type="submit">{said.show}</button>
    </form>
  );
};
