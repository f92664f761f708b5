import * as z from 'zod/mini';
import type { Ruleset } from '../library/ruleset.ts';
import { MAX_COVERAGE } from '../model/acceptance.ts';
import {
  type ActivityChoice,
  DRAFT_VERSION,
  type Draft,
  type Environment,
  guaranteeLimits,
  testLimits,
  type RoleChoice,
} from '../model/draft.ts';
import { ENVIRONMENT_NAME, MOST_ENVIRONMENTS } from '../draft/environments.ts';
import { createDraft } from '../draft/createDraft.ts';
import { withCurrentKeys } from './versions/currentKeys.ts';
import { MOST_REVIEW_MARKS, type ReviewMark } from '../model/reviewMark.ts';
import { isImportedPolicyId } from '../model/documentEdits.ts';
import { documentEditsSchema } from '../handEdits/readEdits.ts';
import { copyOfGuarantee, userGuarantee } from './readGuarantees.ts';
import { contextKey, id, many, safeRecord, text } from './storedShapes.ts';

export type DraftReading =
  | { readonly ok: true; readonly draft: Draft }
  | { readonly ok: false; readonly reason: 'newer' | 'invalid'; readonly detail: string };

const choice = z.object({
  activity: id,
  stance: z.enum(['published', 'hardened']),
  options: safeRecord(text),
});

const options = safeRecord(text);

const limits = z.object({
  chosen: many(z.object({ guardrail: id, options }), 100),
  delivery: z.enum(['deny', 'conditions', 'boundary', 'serviceControl']),
  exemption: z.boolean(),
  ceiling: z.enum(['services', 'everything']),
});

const sizing = z.object({
  attach: z.enum(['managed', 'inline']),
  split: z.boolean(),
  shorten: z.enum(['none', 'lossless', 'wildcards']),
});

const acceptance = z.object({
  document: id,
  code: z.string().check(z.regex(/^[A-Z][A-Z0-9_]{0,99}$/)),
  about: text,
  reason: text,
  covers: z.optional(z.string().check(z.maxLength(MAX_COVERAGE))),
});

const testText = z.string().check(z.maxLength(testLimits.text));

const userTest = z.object({
  id,
  persona: id,
  title: testText,
  expect: z.enum(['allowed', 'denied']),
  action: testText,
  resource: testText,
  context: z.record(contextKey, many(testText, testLimits.values)),
});

const role = z.object({
  name: z.string().check(z.maxLength(200)),
  persona: z.optional(id),
  label: z.optional(z.string().check(z.maxLength(60))),
  values: z.optional(safeRecord(many(text, 500))),
  passes: z.optional(safeRecord(many(id, 100))),
});

const environment = z.object({
  name: z.string().check(z.regex(ENVIRONMENT_NAME)),
  values: safeRecord(text),
});

const reviewMark = z.object({
  against: z.string().check(z.regex(/^[A-Za-z0-9-]{1,64}$/)),
  group: z.string().check(z.regex(/^[a-z-]{1,40}\/[A-Za-z0-9-]{1,80}$/)),
  fingerprint: z.string().check(z.regex(/^[0-9a-f]{16}$/)),
  claimed: z.optional(z.literal(true)),
});

/** Version 1 knew no limits, trust or sizing, version 2 no hand edits, version 3 one role of each persona. */
const common = {
  name: z.string().check(z.maxLength(200)),
  layout: z.enum(['merged', 'perPersona']),
  personas: many(id, 50),
  activities: safeRecord(many(choice, 100)),
  variables: safeRecord(many(text, 500)),
};

const later = {
  ...common,
  limits,
  trust: safeRecord(z.object({ form: id, options })),
  sizing,
  accepted: z.optional(many(acceptance, 1000)),
  proofs: z.optional(many(userTest, testLimits.tests)),
  roles: z.optional(safeRecord(role)),
  environments: z.optional(many(environment, MOST_ENVIRONMENTS)),
  reviewed: z.optional(many(reviewMark, MOST_REVIEW_MARKS)),
};

/** An imported policy under the id of a generated document would be hidden by that. */
const editsById = safeRecord(documentEditsSchema).check(
  z.refine(
    (edits) =>
      Object.entries(edits).every(([key, { own }]) => (own !== undefined) === isImportedPolicyId(key)),
    'IDs of imported policies must be own-1, own-2, and so on',
  ),
);

const latest = {
  ...later,
  edits: z.optional(editsById),
  guarantees: z.optional(many(userGuarantee, guaranteeLimits.guarantees)),
};

const schema = z.discriminatedUnion('version', [
  z.object({ version: z.literal(1), ...common }),
  z.object({ version: z.literal(2), ...later }),
  z.object({ version: z.literal(3), ...later, edits: z.optional(editsById) }),
  z.object({ version: z.literal(4), ...later, edits: z.optional(editsById) }),
  z.object({ version: z.literal(DRAFT_VERSION), ...latest }),
]);

/** Whether a test is one that a stored draft may hold. */
export const isStorableTest = (test: unknown): boolean => userTest.safeParse(test).success;

/**
 * A stored or foreign draft, checked and copied field by field. `newer`: made by a later version of the page. Ids that no
 * ruleset has stay: composing ignores them. Never throws, whatever it is given.
 */
export function readDraft(value: unknown, ruleset: Ruleset): DraftReading {
  try {
    if (isNewer(value))
      return { ok: false, reason: 'newer', detail: 'created by a newer version of this page' };
    const parsed = schema.safeParse(value);
    if (!parsed.success) return { ok: false, reason: 'invalid', detail: describe(parsed.error.issues[0]) };
    return { ok: true, draft: withCurrentKeys(copyOf(parsed.data, ruleset), ruleset) };
  } catch {
    return { ok: false, reason: 'invalid', detail: 'can’t be read' };
  }
}

function isNewer(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || !('version' in value)) return false;
  return typeof value.version === 'number' && value.version > DRAFT_VERSION;
}

function copyOf(data: z.infer<typeof schema>, ruleset: Ruleset): Draft {
  return createDraft(
    {
      name: data.name,
      layout: data.layout,
      personas: [...new Set(data.personas)],
      activities: mapRecord(data.activities, (choices) => choices.map(copyOfChoice)),
      variables: mapRecord(data.variables, (values) => [...values]),
      ...(data.version === 1 ? {} : copyOfLater(data)),
      ...('edits' in data ? { edits: data.edits ?? {} } : {}),
      ...('guarantees' in data && data.guarantees?.length
        ? { guarantees: data.guarantees.map(copyOfGuarantee) }
        : {}),
    },
    ruleset,
  );
}

type Later = Exclude<z.infer<typeof schema>, { readonly version: 1 }>;

function copyOfLater(
  data: Later,
): Pick<
  Draft,
  'limits' | 'trust' | 'sizing' | 'accepted' | 'proofs' | 'roles' | 'environments' | 'reviewed'
> {
  const { chosen, delivery, exemption, ceiling } = data.limits;
  const { attach, split, shorten } = data.sizing;
  return {
    limits: {
      chosen: chosen.map((entry) => ({ guardrail: entry.guardrail, options: copyOfOptions(entry.options) })),
      delivery,
      exemption,
      ceiling,
    },
    trust: mapRecord(data.trust, ({ form, options: values }) => ({ form, options: copyOfOptions(values) })),
    sizing: { attach, split, shorten },
    accepted: (data.accepted ?? []).map(({ document, code, about, reason, covers }) => ({
      document,
      code,
      about,
      reason,
      ...(covers === undefined ? {} : { covers }),
    })),
    proofs: (data.proofs ?? []).map((test) => ({
      ...test,
      context: mapRecord(test.context, (values) => [...values]),
    })),
    ...(data.roles ? { roles: mapRecord(data.roles, copyOfRole) } : {}),
    ...(data.environments?.length ? { environments: distinctByName(data.environments) } : {}),
    ...(data.reviewed?.length ? { reviewed: data.reviewed.map(copyOfMark) } : {}),
  };
}

const copyOfMark = ({ against, group, fingerprint, claimed }: z.infer<typeof reviewMark>): ReviewMark => ({
  against,
  group,
  fingerprint,
  ...(claimed ? { claimed } : {}),
});

/** Names tell environments apart: of two with one name the first counts. */
const distinctByName = (environments: readonly z.infer<typeof environment>[]): readonly Environment[] =>
  environments
    .filter(({ name }, index) => environments.findIndex((one) => isSameName(one.name, name)) === index)
    .map(({ name, values }) => ({ name, values: mapRecord(values, (value) => value) }));

const isSameName = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

const copyOfRole = ({ name, persona, label, values, passes }: z.infer<typeof role>): RoleChoice => ({
  name,
  ...(persona === undefined ? {} : { persona }),
  ...(label === undefined ? {} : { label }),
  ...(values ? { values: mapRecord(values, (entered) => [...entered]) } : {}),
  ...(passes ? { passes: mapRecord(passes, (ids) => [...ids]) } : {}),
});

const copyOfOptions = (values: Readonly<Record<string, string>>) => mapRecord(values, (value) => value);

function copyOfChoice({ activity, stance, options: values }: z.infer<typeof choice>): ActivityChoice {
  return { activity, stance, options: copyOfOptions(values) };
}

function mapRecord<From, To>(record: Record<string, From>, change: (value: From) => To): Record<string, To> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}

function describe(issue: z.core.$ZodIssue | undefined): string {
  return issue ? `${issue.path.join('.') || 'draft'}: ${issue.message}` : 'not a draft';
}
