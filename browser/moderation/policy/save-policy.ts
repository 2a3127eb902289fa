import type { useDesk } from '../desk.ts';
import { failureSentence } from '../shell/failure.ts';
import type { Answer, PolicyNow, PolicyProblem } from '../wire.ts';
import type { Words } from '../words/vocabulary.ts';
import { settingName } from './setting-name.ts';

/** What became of an attempt to save: the policy as it is now, somebody else's that came first, or what is wrong. */
export type Saved = {
  readonly now?: PolicyNow;
  readonly theirs?: PolicyNow;
  readonly problems: readonly PolicyProblem[];
};

/** A problem of the policy as a sentence, with its place. */
export const placed = (words: Words, { field, detail }: PolicyProblem): string => {
  const { policy: said, refusals } = words;
  const [, fixture] = field.match(/^policy\.fixtures\.(\d+)$/) ?? [];
  if (fixture !== undefined) return said.fixtures.failed(Number(fixture), detail);
  return field === '' ? detail : said.place(settingName(words, field), refusals.detail(detail));
};

type Desk = ReturnType<typeof useDesk>;
/** Who came first, and the settings that differ from the version that was looked at. */
type Theirs = { readonly changed?: readonly string[]; readonly name?: string | null };

/** Reads what was answered to a change of the policy. */
export const savedBy = async (desk: Desk, answer: Answer<PolicyNow>): Promise<Saved> => {
  const said = desk.words.value.policy;
  if (answer.isOk) return { now: answer.reply, problems: [] };
  const { problem } = answer;
  if (problem?.code === 'changed-meanwhile') {
    const theirs = await desk.calls.policy();
    const { changed = [], name } = (problem.current ?? {}) as Theirs;
    return {
      problems: [
        {
          field: '',
          detail: said.conflict(
            changed.map((one) => settingName(desk.words.value, one)).join(' · '),
            name ?? undefined,
          ),
        },
      ],
      ...(theirs.isOk ? { theirs: theirs.reply } : {}),
    };
  }
  const places = problem?.fields ?? [];
  return { problems: places.length > 0 ? places : [{ field: '', detail: failureSentence(desk, answer) }] };
};
