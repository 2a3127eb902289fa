import { useId } from 'preact/hooks';
import { useDesk } from '../desk.ts';
import { Icon } from '../row/icons.tsx';

/** Language, keys, site and sign-out, under the moderator's name. */
export const AccountMenu = () => {
  const { me, words, language, keysOn, signOut, leaveSite } = useDesk();
  const { frame } = words.value;
  const id = useId();
  const other = language.value === 'fr' ? 'en' : 'fr';
  return (
    <div class="account">
      <button type="button" class="quiet" popoverTarget={id} aria-label={frame.account(me.member.name)}>
        <bdi>{me.member.name}</bdi> <Icon name="down" />
      </button>
      <div id={id} popover="auto" class="menu">
        <p class="soft">{frame.roles[me.member.role]}</p>
        <button
          type="button"
          lang={other}
          onClick={() => {
            language.value = other;
          }}
        >
          {frame.language}
        </button>
        <label class="choice">
          <input
            type="checkbox"
            checked={keysOn.value}
            onChange={({ currentTarget }) => {
              keysOn.value = currentTarget.checked;
            }}
          />
          {frame.keysOn}
        </label>
        <button type="button" onClick={leaveSite}>
          {frame.otherSite}
        </button>
        <button type="button" onClick={signOut}>
          {frame.signOut}
        </button>
      </div>
    </div>
  );
};
