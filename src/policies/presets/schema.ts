import * as z from 'zod/mini';
import type { VariableKindId } from '../library/variables/variable.ts';
import { guaranteeLimits } from '../model/draft.ts';
import { byId, id, imageFile, line, link, listOf, reason, someOf, text, why } from './shapes.ts';
import { difference, guarantee, option, accessTest, statement } from './statementShape.ts';

const value = z
  .string()
  .check(z.minLength(1, 'must not be empty'), z.maxLength(2000, 'must have at most 2,000 characters'));

const says = (description: string) => z.describe(description);

const naming = z.strictObject({
  prefix: z.exactOptional(
    z
      .string()
      .check(z.regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,31}$/, 'must have at most 32 letters, digits, and hyphens')),
  ),
  maxLength: z.exactOptional(
    z
      .int()
      .check(
        z.gte(8, 'must be a whole number from 8 to 64'),
        z.lte(64, 'must be a whole number from 8 to 64'),
      ),
  ),
  lowerCase: z.exactOptional(z.boolean()),
  ...why,
});

const allowed = z.strictObject({
  values: someOf(z.strictObject({ value, label: z.exactOptional(line) }), 200),
  ...why,
});

const delivery = z.strictObject({
  as: z.exactOptional(z.enum(['deny', 'conditions', 'boundary', 'serviceControl'])),
  exemption: z.exactOptional(z.enum(['off', 'on', 'choice'])),
  ceiling: z.exactOptional(z.enum(['services', 'everything'])),
  ...why,
});

const placeholder = z
  .string()
  .check(z.regex(/^[A-Z][A-Z_]{0,63}$/, 'must be capital letters and underscores, without brackets'));

/** Not the partition, which there is one of, and not read actions, which are ours. */
const kinds = [
  'region',
  'accountId',
  'roleArn',
  'kmsKeyArn',
  's3Location',
  's3Bucket',
  'ecrRepositoryPrefix',
  'tagKey',
  'tagValue',
  'studioDomainId',
  'subnetId',
  'securityGroupId',
  'resourceNamePrefix',
  'organizationId',
  'instanceType',
  'positiveInteger',
  'vpcEndpointId',
  'vpcId',
  'cidr',
  'samlProviderArn',
  'principalArn',
  'externalId',
  'databaseName',
  'workgroupName',
  'resourceId',
] as const satisfies readonly VariableKindId[];

const variable = z.strictObject({
  id,
  label: line,
  help: text,
  placeholders: z.tuple([placeholder], placeholder),
  kind: z.enum(kinds),
  group: z.enum(['account', 'roles', 'data', 'keys', 'network', 'naming']),
  many: z.boolean(),
  default: z.exactOptional(someOf(value, 100)),
  example: z.tuple([value], value),
});

const activity = z.strictObject({
  id,
  title: line,
  summary: text,
  options: z.exactOptional(
    listOf(z.strictObject({ ...option.shape, stances: someOf(z.enum(['published', 'hardened']), 2) }), 10),
  ),
  hardened: someOf(statement, 50),
  differences: z.exactOptional(listOf(difference, 50)),
  notes: z.exactOptional(listOf(reason, 20)),
  offeredTo: z.exactOptional(listOf(z.strictObject({ persona: id, selected: z.boolean() }), 50)),
});

const persona = z.strictObject({
  id,
  title: line,
  mark: z.string().check(z.regex(/^[A-Z]{2,3}$/, 'must be two or three capital letters')),
  summary: text,
  trust: listOf(
    z.strictObject({
      form: id,
      defaults: z.exactOptional(byId(id)),
      warning: z.exactOptional(reason),
    }),
    10,
  ),
  roleVariable: z.exactOptional(id),
  activities: listOf(z.strictObject({ activity: id, selected: z.boolean() }), 100),
});

const links = z.strictObject({
  variables: z.exactOptional(byId(link)),
  activities: z.exactOptional(byId(link)),
  guardrails: z.exactOptional(byId(link)),
  personas: z.exactOptional(byId(link)),
});

const locked = z.strictObject({ values: someOf(value, 100), ...why });
const required = z.strictObject({ guardrail: id, options: z.exactOptional(byId(id)), ...why });
const hidden = z.strictObject({ activity: id, ...why });

/** The shape of a preset. The file `public/presets/preset.schema.json` is generated from it; a test compares them. */
export const presetSchema = z
  .strictObject({
    $schema: z.exactOptional(z.string().check(says('For editors: preset.schema.json.'))),
    version: z.literal(1).check(says('The version of this format.')),
    title: line.check(says('The name of the preset in the top bar.')),
    logo: z.exactOptional(imageFile).check(says('Name of an SVG or PNG file in the folder of the preset.')),
    help: z.exactOptional(link).check(says('A page where your organization explains how to use this page.')),
    naming: z
      .exactOptional(naming)
      .check(says('The format of policy set names, which are used for file names.')),
    defaultValues: z
      .exactOptional(byId(someOf(value, 100)))
      .check(says('Variable id → default values of a new draft. Users can change them.')),
    lockedValues: z
      .exactOptional(byId(locked))
      .check(says('Variable id → fixed values. They override values that are entered, opened, or imported.')),
    allowedValues: z
      .exactOptional(byId(allowed))
      .check(says('Variable id → the only values that users can select. Others are removed.')),
    requiredGuardrails: z
      .exactOptional(listOf(required, 100))
      .check(says('Guardrails that are always on. Users can select the options that aren’t listed.')),
    delivery: z
      .exactOptional(delivery)
      .check(says('How guardrails are enforced and who is exempt. Users can select what isn’t listed.')),
    hiddenActivities: z.exactOptional(listOf(hidden, 200)).check(says('Activities that users can’t select.')),
    variables: z.exactOptional(listOf(variable, 100)).check(says('Variables of the organization.')),
    activities: z.exactOptional(listOf(activity, 100)).check(says('Activities of the organization.')),
    personas: z.exactOptional(listOf(persona, 30)).check(says('Personas of the organization.')),
    proofs: z
      .exactOptional(byId(listOf(accessTest, 200)))
      .check(says('Persona id → tests: calls that its policies must allow or deny.')),
    guarantees: z
      .exactOptional(listOf(guarantee, guaranteeLimits.guarantees))
      .check(
        says('Guarantees: what must be true of every request of every role, or of the roles of a persona.'),
      ),
    links: z.exactOptional(links).check(says('Links to pages of the organization, shown in their context.')),
  })
  .check(says('A preset of the SageMaker Policy Builder.'));

export const PRESET_FILE = /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}\.json$/;

/** The shape of `public/presets/index.json`. */
export const indexSchema = z.strictObject({
  use: z.nullable(
    z
      .string()
      .check(
        z.regex(
          PRESET_FILE,
          'must be null or the name of a JSON file in the same folder, such as example.json',
        ),
      ),
  ),
});

export type PresetShape = z.infer<typeof presetSchema>;
