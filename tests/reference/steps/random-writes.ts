import {
  DeleteItemCommand,
  PutItemCommand,
  TransactWriteItemsCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import fc from 'fast-check';
import { condition } from './conditions.ts';
import { body, itemOf, key, keyItem, strange } from './items.ts';
import { ofRun, withNames } from './parts.ts';
import { CAPACITY, maybe, type Step } from './step.ts';
import { update } from './updates.ts';

const onFailure = fc.constantFrom(undefined, 'ALL_OLD' as const);

const put = fc
  .record({
    key,
    body: fc.tuple(body, strange).map(([usual, more]) => ({ ...usual, ...more })),
    condition: maybe(condition),
    ReturnValues: fc.constantFrom(undefined, undefined, 'NONE', 'ALL_OLD', 'ALL_OLD', 'ALL_NEW'),
    onFailure,
  })
  .map(({ key: k, body: attributes, condition: when, ReturnValues, onFailure: old }) => ({
    kind: 'Put' as const,
    inputOf: (run: string) => ({
      Item: itemOf(k, attributes, run),
      ...withNames({ ConditionExpression: when }),
      ReturnValuesOnConditionCheckFailure: old,
    }),
    ReturnValues,
  }));
const change = fc
  .record({
    key,
    update,
    condition: maybe(condition),
    ReturnValues: fc.constantFrom(undefined, 'ALL_OLD', 'ALL_NEW', 'UPDATED_OLD', 'UPDATED_NEW'),
    onFailure,
  })
  .map(({ key: k, update: to, condition: when, ReturnValues, onFailure: old }) => ({
    kind: 'Update' as const,
    inputOf: (run: string) => ({
      Key: keyItem(k, run),
      ...ofRun(withNames({ UpdateExpression: to, ConditionExpression: when }), run, k),
      ReturnValuesOnConditionCheckFailure: old,
    }),
    ReturnValues,
  }));
const remove = fc
  .record({
    key,
    condition: maybe(condition),
    ReturnValues: fc.constantFrom(undefined, 'ALL_OLD'),
    onFailure,
  })
  .map(({ key: k, condition: when, ReturnValues, onFailure: old }) => ({
    kind: 'Delete' as const,
    inputOf: (run: string) => ({
      Key: keyItem(k, run),
      ...withNames({ ConditionExpression: when }),
      ReturnValuesOnConditionCheckFailure: old,
    }),
    ReturnValues,
  }));
/** Of a condition check alone the reference takes paths into keys; the engine refuses those as in any other condition. */
const outsideKeys = condition.map((of) => ({
  ...of,
  text: of.text.replace(/(?<![\w#:.])(?:pk\.x|a\.x|vs\[0\])/g, 'm.x'),
}));
const check = fc
  .record({ key, condition: outsideKeys, onFailure })
  .map(({ key: k, condition: when, onFailure: old }) => ({
    kind: 'ConditionCheck' as const,
    inputOf: (run: string) => ({
      Key: keyItem(k, run),
      ...withNames({ ConditionExpression: when }),
      ReturnValuesOnConditionCheckFailure: old,
    }),
    ReturnValues: undefined,
  }));

const commands: Readonly<Record<string, any>> = {
  Put: PutItemCommand,
  Update: UpdateItemCommand,
  Delete: DeleteItemCommand,
};
export const write = fc.oneof({ weight: 2, arbitrary: put }, { weight: 3, arbitrary: change }, remove).map(
  ({ kind, inputOf, ReturnValues }): Step =>
    (TableName, run) =>
      new commands[kind]({ TableName, ...inputOf(run), ReturnValues, ...CAPACITY }),
);
export const transaction = fc
  .uniqueArray(fc.oneof(put, change, remove, check), {
    minLength: 1,
    maxLength: 4,
    selector: ({ inputOf }) => {
      const { Item, Key: own } = inputOf('') as Record<string, any>;
      return JSON.stringify([(Item ?? own).pk, (Item ?? own).sk]);
    },
  })
  .map(
    (parts): Step =>
      (TableName, run) =>
        new TransactWriteItemsCommand({
          TransactItems: parts.map(({ kind, inputOf }) => ({ [kind]: { TableName, ...inputOf(run) } })),
        } as never),
  );
