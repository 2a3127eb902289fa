import { useId } from 'preact/hooks';
import { useDesk } from '../desk.ts';
import { Icon } from '../row/icons.tsx';

/** Language, keys, site and sign-out, under the moderator's name. */
export const AccountMenu = () => {
  const { me, words, language, signOut, leaveSite } = useDesk();
  const { frame, team } = words.value;
  const id = useId();
  const other = language.value === 'fr' ? 'en' : 'fr';
  return (
    <div class="account">
      <button type="button" class="quiet" popoverTarget={id} aria-label={frame.account(me.member.name)}>
        <bdi>{me.member.name}</bdi> <Icon name="down" />
      </button>
      <div id={id} popover="auto" class="menu">
        <p class="soft">{team.roles[me.member.role]}</p>
        <button
          type="button"
          lang={other}
          onClick={() => {
            language.value = other;
          }}
        >
          {frame.language}
        </button>
        <KeysChoice />
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

/** Whether keys of the keyboard do something. */
const KeysChoice = () => {
  const { words, keysOn } = useDesk();
  return (
    <label class="choice">
      <input
        type="checkbox"
        checked={keysOn.value}
        onChange={({ currentTarget }) => {
          keysOn.value = currentTarget.checked;
        }}
      />
      {words.value.frame.help}
    </label>
  );
};
