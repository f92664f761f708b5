import * as z from 'zod/mini';
import { readOperator } from '../language/conditionOperator.ts';
import { guaranteeLimits } from '../model/draft.ts';
import { byId, id, line, listOf, reason, someOf, text } from './shapes.ts';

/** Statements, options and tests as a preset may bring them: the shape that the registries have, and nothing else. */

const sid = z
  .string()
  .check(z.regex(/^[0-9A-Za-z]{1,64}$/, 'must have at most 64 letters and digits, as a Sid in IAM'));

const action = z
  .string()
  .check(
    z.regex(
      /^(?:\*|[a-z0-9-]{1,64}:[A-Za-z0-9*?]{1,128})$/,
      'must be service:Action, such as s3:GetObject. The action can contain * and ?',
    ),
  );

const resource = z
  .string()
  .check(
    z.maxLength(2000, 'must have at most 2,000 characters'),
    z.regex(
      /^(?:\*|arn:[^\s"\\]+|<[A-Z_]+>[^\s"\\]*)$/,
      'must be *, an ARN, or a placeholder such as <DATA_KMS_CMK_ARN>',
    ),
  );

const operator = z
  .string()
  .check(z.refine((name) => readOperator(name) !== undefined, 'must be an IAM condition operator'));

const conditionKey = z
  .string()
  .check(
    z.regex(
      /^[A-Za-z0-9-]{1,64}:[A-Za-z0-9_<>${}./:=+@ -]{1,256}$/,
      'must be a condition key, such as aws:RequestTag/team',
    ),
  );

const conditionValue = z.string().check(z.maxLength(2000, 'must have at most 2,000 characters'));

const condition = z.record(operator, z.record(conditionKey, someOf(conditionValue, 100)));

export const statement = z.strictObject({
  Sid: sid,
  Effect: z.enum(['Allow', 'Deny']),
  Action: someOf(action, 200),
  Resource: someOf(resource, 100),
  Condition: z.exactOptional(condition),
  when: z.exactOptional(byId(id)),
  forEach: z.exactOptional(id),
  having: z.exactOptional(z.strictObject({ placeholder: text, part: z.enum(['given', 'empty']) })),
  companion: z.exactOptional(reason),
});

export const difference = z.strictObject({
  text,
  source: reason.shape.source,
  tag: z.enum(['validity', 'hardening', 'optional']),
  statements: someOf(sid, 50),
});

export const option = z.strictObject({
  id,
  label: text,
  help: text,
  choices: someOf(z.strictObject({ value: id, label: text, help: text }), 20),
  default: id,
});

const actionPattern = z
  .string()
  .check(
    z.regex(
      /^(?:\*|[A-Za-z0-9*?-]{1,64}:[A-Za-z0-9*?]{1,128})$/,
      'must be service:Action, such as iam:PassRole, or a pattern',
    ),
  );

/** As drafts have their own. */
export const guarantee = z.strictObject({
  id,
  persona: z.exactOptional(id),
  title: line,
  must: z.enum(['never', 'unless']),
  actions: someOf(actionPattern, guaranteeLimits.entries),
  resources: z.exactOptional(listOf(resource, guaranteeLimits.entries)),
  condition: z.exactOptional(condition),
});

export const accessTest = z.strictObject({
  id,
  title: text,
  expect: z.enum(['allowed', 'denied']),
  action: z
    .string()
    .check(z.regex(/^[a-z0-9-]{1,64}:[A-Za-z0-9]{1,128}$/, 'must be one action, without * and ?')),
  resource,
  context: z.record(
    conditionKey,
    z.union([conditionValue, listOf(conditionValue, 100)], 'must be a string or a list of strings'),
  ),
  caller: z.exactOptional(resource),
  activity: z.exactOptional(id),
  trust: z.exactOptional(id),
  alone: z.exactOptional(z.boolean()),
  prefix: z.exactOptional(text),
});
