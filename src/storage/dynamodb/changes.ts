import type { Comment } from '../../comment/comment.ts';
import { type DecisionRecord, decisions } from '../../moderation/decision.ts';
import type { CommentChange } from '../../moderation/tally.ts';
import type { StreamRecord } from '../stream-record.ts';
import { DamagedItem, type Item } from './attributes.ts';
import { itemToComment } from './codecs/comment-item.ts';
import { articleOf, COMMENT_PREFIX, EVENT_PREFIX, eventOf } from './keys.ts';

const SEQUENCE_DIGITS = 40;

/** A record of the table's stream as it is delivered, as far as we read it. Times are epoch seconds. */
export type DeliveredRecord = {
  readonly dynamodb?:
    | {
        readonly ApproximateCreationDateTime?: number | undefined;
        readonly Keys?: Image | undefined;
        readonly OldImage?: Image | undefined;
        readonly NewImage?: Image | undefined;
        readonly SequenceNumber?: string | undefined;
      }
    | undefined;
};
type Image = Readonly<Record<string, unknown>>;

/** What a record tells of; undefined for other items, for what machines did, and for what cannot be read. */
export const readRecord = (delivered: DeliveredRecord): StreamRecord | undefined => {
  const change = readChange(delivered);
  if (change) return { kind: 'comment', ...change };
  const decision = readDecision(delivered);
  return decision && { kind: 'decision', ...decision };
};

const readChange = ({ dynamodb }: DeliveredRecord): CommentChange | undefined => {
  const { Keys, OldImage, NewImage, SequenceNumber = '', ApproximateCreationDateTime = 0 } = dynamodb ?? {};
  const { pk, sk } = (Keys ?? {}) as Item;
  if (!sk?.S?.startsWith(COMMENT_PREFIX)) return undefined;
  const before = readable(OldImage);
  const after = readable(NewImage);
  if (!before && !after) return undefined;
  return {
    ...articleOf(pk?.S ?? ''),
    ...(before ? { before } : {}),
    ...(after ? { after } : {}),
    at: ApproximateCreationDateTime * 1000,
    sequence: SequenceNumber.padStart(SEQUENCE_DIGITS, '0'),
    record: SequenceNumber,
  };
};

const actions = [...decisions, 'undo'] as const;

/** The moderator's decision that a record adds to the audit trail. */
const readDecision = ({ dynamodb }: DeliveredRecord): DecisionRecord | undefined => {
  const { Keys, OldImage, NewImage, SequenceNumber = '' } = dynamodb ?? {};
  const { pk, sk } = (Keys ?? {}) as Item;
  const action = actions.find((name) => name === (NewImage as Item | undefined)?.action?.S);
  if (!sk?.S?.startsWith(EVENT_PREFIX) || OldImage || !action) return undefined;
  return { ...articleOf(pk?.S ?? ''), ...eventOf(sk.S), action, record: SequenceNumber };
};

const readable = (image: Image | undefined): Comment | undefined => {
  try {
    return image && itemToComment(image as Item);
  } catch (error) {
    if (error instanceof DamagedItem) return undefined;
    throw error;
  }
};
