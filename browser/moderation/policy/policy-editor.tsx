import { useSignal } from '@preact/signals';
import { useDesk } from '../desk.ts';
import { failureSentence } from '../shell/failure.ts';
import { ProblemLine } from '../shell/problem.tsx';
import type { PolicyNow } from '../wire.ts';
import { DiffView } from './diff-view.tsx';

type Props = { readonly now: PolicyNow; readonly onSaved: (saved: PolicyNow) => void };

const written = (policy: object): string => JSON.stringify(policy, null, 2);

/** The document as text. It is saved after a look at what changes; somebody else's save in between is shown, never overwritten. */
export const PolicyEditor = ({ now, onSaved }: Props) => {
  const desk = useDesk();
  const { frame, policy: said } = desk.words.value;
  const base = useSignal(now);
  const text = useSignal(written(now.policy));
  const isReviewing = useSignal(false);
  const problems = useSignal<readonly string[]>([]);
  const isAdmin = desk.me.member.role === 'admin';
  const review = () => {
    const parsed = parse(text.value);
    isReviewing.value = 'policy' in parsed;
    problems.value = 'policy' in parsed ? [] : [said.unreadable(parsed.detail)];
  };
  const save = async () => {
    const saved = await savePolicy(desk, text.value, base.value.version);
    problems.value = saved.problems;
    if (saved.theirs) base.value = saved.theirs;
    if (saved.now) {
      desk.toasts.show({ text: said.saved, tone: 'done' });
      onSaved(saved.now);
    }
  };
  return (
    <div class="policy">
      <label class="field">
        {`${said.document} (${said.version(base.value.version)})`}
        <textarea
          rows={18}
          spellcheck={false}
          readOnly={!isAdmin}
          value={text.value}
          onInput={({ currentTarget }) => {
            text.value = currentTarget.value;
            isReviewing.value = false;
          }}
        />
        {!isAdmin && <small>{said.readOnly}</small>}
      </label>
      {problems.value.map((problem) => (
        <ProblemLine key={problem} text={problem} />
      ))}
      {isReviewing.value && <DiffView before={written(base.value.policy)} after={text.value} />}
      {isAdmin && (
        <button type="button" class="primary" onClick={isReviewing.value ? () => void save() : review}>
          {isReviewing.value ? frame.save : said.review}
        </button>
      )}
    </div>
  );
};

const parse = (text: string): { readonly policy: object } | { readonly detail: string } => {
  try {
    return { policy: JSON.parse(text) };
  } catch (error) {
    return { detail: error instanceof Error ? error.message : '' };
  }
};

type Saved = { readonly now?: PolicyNow; readonly theirs?: PolicyNow; readonly problems: readonly string[] };

const savePolicy = async (
  desk: ReturnType<typeof useDesk>,
  text: string,
  version: number,
): Promise<Saved> => {
  const { calls, words } = desk;
  const { policy: said } = words.value;
  const parsed = parse(text);
  if (!('policy' in parsed)) return { problems: [said.unreadable(parsed.detail)] };
  const answer = await calls.changePolicy({ policy: parsed.policy, version });
  if (answer.isOk) return { now: answer.reply, problems: [] };
  if (answer.problem?.code === 'changed-meanwhile') {
    const theirs = await calls.policy();
    return { problems: [said.conflict], ...(theirs.isOk ? { theirs: theirs.reply } : {}) };
  }
  const places = answer.problem?.fields?.map(({ field, detail }) => said.place(field, detail)) ?? [];
  return { problems: places.length > 0 ? places : [failureSentence(desk, answer)] };
};
