import type { Comment } from '../../comment/comment.ts';
import type { DecisionRecord } from '../../moderation/decision.ts';
import { decisions } from '../../moderation/status-change.ts';
import { type CommentChange, screened } from '../../moderation/steps.ts';
import type { WrittenEvent } from '../audit-store.ts';
import type { StreamRecord } from '../stream-record.ts';
import { DamagedItem, type Item, optional } from './attributes.ts';
import { itemToComment } from './codecs/comment-item.ts';
import { eventToItem } from './codecs/event-item.ts';
import { itemToStored } from './codecs/trail-items.ts';
import { articlePartition, COMMENT_PREFIX, EVENT_PREFIX } from './keys.ts';
import { articleOf, eventOf } from './read-keys.ts';

/** The parts that we read of a DynamoDB stream record. Times are epoch seconds. */
export type DeliveredRecord = {
  readonly eventSourceARN?: string | undefined;
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

/** Decodes a record into stream records; none for other items, and for what cannot be read. */
export const readRecord = (delivered: DeliveredRecord): readonly StreamRecord[] => {
  const change = readChange(delivered);
  if (change) return [{ kind: 'comment', ...change }, ...screeningOf(change)];
  const decision = readDecision(delivered);
  const event = readEvent(delivered);
  return [
    ...(decision ? [{ kind: 'decision' as const, ...decision }] : []),
    ...(event ? [{ kind: 'audit' as const, ...event }] : []),
  ];
};

const readChange = ({ dynamodb, eventSourceARN }: DeliveredRecord): CommentChange | undefined => {
  const { Keys, OldImage, NewImage, SequenceNumber = '', ApproximateCreationDateTime = 0 } = dynamodb ?? {};
  const { pk, sk } = (Keys ?? {}) as Item;
  if (!sk?.S?.startsWith(COMMENT_PREFIX)) return undefined;
  const before = commentIn(OldImage);
  const after = commentIn(NewImage);
  if (!before && !after) return undefined;
  return {
    ...articleOf(pk?.S ?? ''),
    ...(before ? { before } : {}),
    ...(after ? { after } : {}),
    at: ApproximateCreationDateTime * 1000,
    stream: streamOf(eventSourceARN),
    record: SequenceNumber,
  };
};

/** The table's name and the stream's label, which is unique among the streams of a table. */
const streamOf = (arn = ''): string => arn.split(':table/').at(-1) ?? '';

const actions = [...decisions, 'undo'] as const;

/** Reads the moderator's decision that a record adds to the audit trail. */
const readDecision = ({ dynamodb }: DeliveredRecord): DecisionRecord | undefined => {
  const { OldImage, NewImage, SequenceNumber = '' } = dynamodb ?? {};
  return OldImage || !NewImage ? undefined : decisionOf(NewImage as Item, SequenceNumber);
};

/** The screening event of a new comment, derived from the comment: the stream writes that event only when it counts the comment. */
const screeningOf = ({ site, article, before, after, record }: CommentChange): readonly StreamRecord[] => {
  if (before || !after) return [];
  const item = eventToItem(screened(after));
  return [{ kind: 'audit', trail: articlePartition(site, article), record, ...itemToStored(item) }];
};

/** Reads the audit event that a record adds, of whatever other kind. */
const readEvent = ({ dynamodb }: DeliveredRecord): WrittenEvent | undefined => {
  const { Keys, OldImage, NewImage, SequenceNumber: record = '' } = dynamodb ?? {};
  const { pk, sk } = (Keys ?? {}) as Item;
  if (OldImage || !NewImage || !pk?.S || !sk?.S?.startsWith(EVENT_PREFIX)) return undefined;
  const stored = readable(() => itemToStored(NewImage as Item));
  return stored && { trail: pk.S, record, ...stored };
};

/** Reads the moderator's decision in an audit event. @param record the name under which a failure is reported */
export const decisionOf = (event: Item, record: string): DecisionRecord | undefined => {
  const { pk, sk, action: of } = event;
  const action = actions.find((name) => name === of?.S);
  if (!sk?.S?.startsWith(EVENT_PREFIX) || !action) return undefined;
  const said = { ...optional('by', event), ...optional('reason', event) };
  return { ...articleOf(pk?.S ?? ''), ...eventOf(sk.S), action, ...said, record };
};

const readable = <T>(read: () => T): T | undefined => {
  try {
    return read();
  } catch (error) {
    if (error instanceof DamagedItem) return undefined;
    throw error;
  }
};

const commentIn = (image: Image | undefined): Comment | undefined =>
  image && readable(() => itemToComment(image as Item));
