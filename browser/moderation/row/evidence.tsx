import { useDesk } from '../desk.ts';
import type { Comment, Finding } from '../wire.ts';

/** What checks say of a comment, in sentences: first the objections, then what is only pointed out. */
export const Evidence = ({ findings }: { readonly findings: Comment['verdict']['findings'] }) => {
  const { evidence } = useDesk().words.value.queue;
  const telling = findings.filter(({ because }) => because.length > 0);
  if (telling.length === 0) return null;
  const sorted = telling.toSorted((one, other) => Number(objects(other)) - Number(objects(one)));
  return (
    <ul class="evidence">
      {sorted.map((finding) => (
        <li key={finding.check} data-objects={objects(finding)}>
          <span class="hidden">{objects(finding) ? evidence.objected : evidence.noted} </span>
          {finding.because.map((sentence) => (
            <span class="sentence" key={sentence}>
              {sentence}{' '}
            </span>
          ))}
        </li>
      ))}
    </ul>
  );
};

const objects = ({ outcome }: Finding): boolean => outcome !== 'approve';
