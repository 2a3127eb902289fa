import { batch, type Signal, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useDesk } from '../desk.ts';
import { BusyButton } from '../shell/busy-button.tsx';
import { ProblemLine } from '../shell/problem.tsx';
import type { PolicyNow, PolicyProblem } from '../wire.ts';
import { BacktestPanel } from './backtest-panel.tsx';
import { CheckModesForm } from './check-modes.tsx';
import { DiffView } from './diff-view.tsx';
import { type Draft, useDraft, written } from './draft.ts';
import { FixturesForm } from './fixtures-form.tsx';
import { keptDraft, useKeptDraft } from './kept-draft.ts';
import { placed, savedBy } from './save-policy.ts';
import { controlName } from './setting-name.ts';
import { SettingsForm } from './settings-form.tsx';

type Props = { readonly now: PolicyNow; readonly onSaved: (saved: PolicyNow) => void };

/**
 * The policy as a form, with its fixtures, and as a document. It is saved after a look at what changes; somebody else's save in between is shown,
 * never overwritten.
 */
export const PolicyEditor = ({ now, onSaved }: Props) => {
  const desk = useDesk();
  const { words, me } = desk;
  const { policy: said } = words.value;
  const draft = useDraft(now.policy, keptDraft(desk)?.text);
  const { base, problems, forget, save, discard } = useSaving(draft, { now, onSaved });
  useKeptDraft(draft, base);
  const isReadOnly = me.member.role !== 'admin';
  return (
    <div class="policy">
      <p>
        <strong>{said.version(base.value.version)}</strong>{' '}
        {isReadOnly && <span class="soft">{said.readOnly}</span>}
      </p>
      <SettingsForm draft={draft} isReadOnly={isReadOnly} />
      <CheckModesForm draft={draft} isReadOnly={isReadOnly} />
      <FixturesForm draft={draft} isReadOnly={isReadOnly} problems={problems.value} onMoved={forget} />
      <PolicyDocument draft={draft} isReadOnly={isReadOnly} />
      <ProblemLine text={draft.unreadable.value && said.unreadable(draft.unreadable.value)} />
      {!isReadOnly && (
        <SaveBar
          before={written(base.value.policy)}
          after={draft.text.value}
          problems={problems.value}
          onSave={save}
          onDiscard={discard}
        />
      )}
      {!isReadOnly && <BacktestPanel policy={draft.document.value} />}
    </div>
  );
};

/** Saves a draft: what it is compared with, what is wrong with it, and how to forget that. */
const useSaving = (draft: Draft, { now, onSaved }: Props) => {
  const desk = useDesk();
  const base = useSignal(now);
  const problems = useSignal<readonly PolicyProblem[]>([]);
  const forget = () => {
    problems.value = [];
  };
  /** @param text what has become of: what else was typed stays, to be saved */
  const take = (now: PolicyNow, text: string) =>
    batch(() => {
      base.value = now;
      if (draft.text.value === text) draft.text.value = written(now.policy);
    });
  const save = async (note: string) => {
    const policy = draft.document.value;
    const text = draft.text.value;
    if (policy === undefined) return false;
    const change = { policy, version: base.value.version, ...(note === '' ? {} : { note }) };
    const saved = await savedBy(desk, await desk.calls.changePolicy(change));
    problems.value = saved.problems;
    if (saved.theirs) base.value = saved.theirs;
    if (!saved.now) return false;
    desk.toasts.show({ text: desk.words.value.policy.saved, tone: 'done' });
    take(saved.now, text);
    onSaved(saved.now);
    return true;
  };
  // An earlier version that was brought back.
  useEffect(() => {
    if (now.version === base.peek().version) return;
    forget();
    take(now, written(base.peek().policy));
  }, [now.version]);
  return { base, problems, forget, save, discard: () => take(base.value, draft.text.value) };
};

type DocumentProps = { readonly draft: Draft; readonly isReadOnly: boolean };

/** The policy as it is stored, to be typed or pasted. */
const PolicyDocument = ({ draft, isReadOnly }: DocumentProps) => {
  const { policy: said } = useDesk().words.value;
  return (
    <details>
      <summary>{said.document}</summary>
      <label class="field">
        {said.documentHint}
        <textarea
          rows={18}
          spellcheck={false}
          readOnly={isReadOnly}
          value={draft.text.value}
          onInput={({ currentTarget }) => {
            draft.text.value = currentTarget.value;
          }}
        />
      </label>
    </details>
  );
};

type BarProps = {
  readonly before: string;
  readonly after: string;
  readonly problems: readonly PolicyProblem[];
  /** @returns whether it was saved */
  readonly onSave: (note: string) => Promise<boolean>;
  readonly onDiscard: () => void;
};

/** What changes, what is wrong with it, and the button that saves it. */
const SaveBar = ({ before, after, problems, onSave, onDiscard }: BarProps) => {
  const { words, drafts } = useDesk();
  const { frame, policy: said } = words.value;
  const reviewed = useSignal<string | undefined>(undefined);
  const note = drafts.of('policy note');
  const isBusy = useSignal(false);
  const isReviewing = reviewed.value === after && after !== before;
  const save = async () => {
    isBusy.value = true;
    const sent = note.value;
    const isSaved = await onSave(sent.trim());
    isBusy.value = false;
    if (!isSaved) return;
    reviewed.value = undefined;
    if (note.value === sent) note.value = '';
  };
  return (
    <section class="save">
      {problems.map(({ field, detail }) => (
        <ProblemLine
          key={field + detail}
          text={placed(words.value, { field, detail })}
          field={controlName(field)}
        />
      ))}
      {reviewed.value === after && after === before && <p role="status">{said.unchanged}</p>}
      {isReviewing && (
        <>
          <DiffView before={before} after={after} />
          <NoteField note={note} />
        </>
      )}
      <p class="buttons">
        <BusyButton
          isBusy={isBusy}
          onClick={() => {
            if (isReviewing) void save();
            else reviewed.value = after;
          }}
        >
          {isReviewing ? frame.save : said.review}
        </BusyButton>
        {after !== before && (
          <button type="button" onClick={onDiscard}>
            {said.discard}
          </button>
        )}
      </p>
    </section>
  );
};

/** Why the policy changes, for its history. */
const NoteField = ({ note }: { readonly note: Signal<string> }) => (
  <label class="field narrow">
    {useDesk().words.value.policy.note}
    <input
      maxLength={300}
      autocomplete="off"
      value={note.value}
      onInput={({ currentTarget }) => {
        note.value = currentTarget.value;
      }}
    />
  </label>
);
