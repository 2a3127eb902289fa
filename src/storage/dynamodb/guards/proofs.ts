import { ConditionalCheckFailedException, PutItemCommand } from '@aws-sdk/client-dynamodb';
import type { CommentId } from '../../../comment/comment.ts';
import type { HistoryQuestion } from '../../../submission/history.ts';
import { toItem } from '../attributes.ts';
import { secondsAt } from '../codecs/expiry.ts';
import { proofKey } from '../keys.ts';
import type { Table } from '../table.ts';
import { expireRecord } from './expire-record.ts';
import { isSameSubmission } from './visits.ts';

/** Whether a submission's proof of work is now its own, and whether another submission had it before. */
export type ProofClaim = { readonly isMine: boolean; readonly isUsed: boolean };

/** Writes a proof into a record of its own, until it stops counting by itself. One write unit; none without a proof. */
export const claimProof = async (table: Table, question: HistoryQuestion): Promise<ProofClaim> => {
  const { site, proof, id, now } = question;
  if (!proof) return { isMine: false, isUsed: false };
  try {
    await table.send(
      new PutItemCommand({
        TableName: table.name,
        Item: toItem({ ...proofKey(site.id, proof.challenge), id, expiresAt: secondsAfter(proof.expiresAt) }),
        ConditionExpression: 'attribute_not_exists(pk) OR expiresAt <= :now',
        ExpressionAttributeValues: toItem({ ':now': secondsAt(now) }),
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
      }),
    );
    return { isMine: true, isUsed: false };
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException) || !error.Item) throw error;
    const first = error.Item.id?.S as CommentId;
    return { isMine: first === id, isUsed: !isSameSubmission(first, id) };
  }
};

/** The record must outlive the proof. */
const secondsAfter = (time: number) => Math.ceil(time / 1000) + 1;

/** Gives a refused submission's proof back, which counts for the corrected text. */
export const releaseProof = async (
  table: Table,
  { site, proof, id, now }: HistoryQuestion,
): Promise<void> => {
  if (proof) await expireRecord(table, proofKey(site.id, proof.challenge), id, now);
};
