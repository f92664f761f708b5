import type { Check, CheckContext, Rule } from '../check.ts';
import { identity, statements } from '../examples.ts';
import { statementsMatching } from '../granted.ts';
import type { CheckedStatement, ConditionUse } from '../checkedStatement.ts';
import type { TextEntry } from '../../language/textEntries.ts';

/** An action that fails, or does half of its work, without another one. */
interface Companion {
  readonly actions: readonly string[];
  readonly needs: string;
  readonly because: string;
  /** Only where the statement has a condition on a tag of the request, so that tags are given on creation. */
  readonly onlyTagged?: true;
  /** Only where the policy allows this action as well. */
  readonly onlyWith?: string;
}

/** Sources: the SageMaker API permissions reference, the ECR and S3 user guides (see each line's reason). */
const companions: readonly Companion[] = [
  {
    actions: [
      'sagemaker:CreateTrainingJob',
      'sagemaker:CreateHyperParameterTuningJob',
      'sagemaker:CreateProcessingJob',
      'sagemaker:CreateModel',
      'sagemaker:CreateNotebookInstance',
      'sagemaker:CreateDomain',
      'sagemaker:CreateAutoMLJob',
      'sagemaker:CreateAutoMLJobV2',
      'sagemaker:CreatePipeline',
    ],
    needs: 'iam:PassRole',
    because: 'the call passes a role to SageMaker',
  },
  {
    actions: [
      'sagemaker:CreateTrainingJob',
      'sagemaker:CreateHyperParameterTuningJob',
      'sagemaker:CreateProcessingJob',
      'sagemaker:CreateTransformJob',
      'sagemaker:CreateModel',
      'sagemaker:CreateEndpoint',
      'sagemaker:CreateEndpointConfig',
      'sagemaker:CreateNotebookInstance',
      'sagemaker:CreateApp',
      'sagemaker:CreateAutoMLJob',
      'sagemaker:CreateAutoMLJobV2',
      'sagemaker:CreateDomain',
      'sagemaker:CreateExperiment',
      'sagemaker:CreateFeatureGroup',
      'sagemaker:CreateImage',
      'sagemaker:CreateInferenceComponent',
      'sagemaker:CreateLabelingJob',
      'sagemaker:CreateModelPackageGroup',
      'sagemaker:CreatePipeline',
      'sagemaker:CreateSpace',
      'sagemaker:CreateUserProfile',
    ],
    needs: 'sagemaker:AddTags',
    because: 'adding the tags in the condition requires a separate permission',
    onlyTagged: true,
  },
  {
    actions: ['ecr:CreateRepository'],
    needs: 'ecr:TagResource',
    because: 'adding the tags in the condition requires a separate permission',
    onlyTagged: true,
  },
  {
    actions: ['ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer', 'ecr:PutImage', 'ecr:InitiateLayerUpload'],
    needs: 'ecr:GetAuthorizationToken',
    because: 'pulling and pushing images requires an authorization token',
  },
  {
    actions: ['kms:Encrypt'],
    needs: 'kms:GenerateDataKey',
    because: 'S3 encrypts objects with a data key, not with kms:Encrypt',
    onlyWith: 's3:PutObject',
  },
  {
    actions: ['logs:PutLogEvents'],
    needs: 'logs:CreateLogStream',
    because: 'a log stream must exist before events are written to it',
  },
];

const rule: Rule = {
  code: 'SPB_COMPANION_MISSING',
  type: 'SUGGESTION',
  message: '{action} requires {companion}, which this policy doesn’t allow: {because}.',
  advice:
    'Add it, or make sure that another policy of the same role allows it. Without it, the call is denied although this policy allows it.',
  invalid: identity({ Action: 'sagemaker:CreateTrainingJob', Resource: '*' }),
  valid: statements([
    { Effect: 'Allow', Action: 'sagemaker:CreateTrainingJob', Resource: '*' },
    {
      Effect: 'Allow',
      Action: 'iam:PassRole',
      Resource: 'arn:aws:iam::111122223333:role/Training',
      Condition: { StringEquals: { 'iam:PassedToService': 'sagemaker.amazonaws.com' } },
    },
  ]),
  source: 'https://docs.aws.amazon.com/sagemaker/latest/dg/api-permissions-reference.html',
};

const byAction = new Map<string, readonly Companion[]>();
for (const companion of companions)
  for (const action of companion.actions) {
    const lower = action.toLowerCase();
    byAction.set(lower, [...(byAction.get(lower) ?? []), companion]);
  }

/** First letters of the services in the table: most actions are passed over by theirs. */
const INITIALS = new Set([...byAction.keys()].map((action) => action.charCodeAt(0)));
const LOWER = 0x20;

const asksForTags = ({ conditions }: CheckedStatement): boolean =>
  conditions.some((use) => use.lowerKey.startsWith('aws:requesttag/') || needsTagKeys(use));

/** ForAllValues also matches a call without tags. */
const needsTagKeys = ({ lowerKey, operator, values }: ConditionUse): boolean =>
  lowerKey === 'aws:tagkeys' &&
  operator !== undefined &&
  (operator.family === 'Null'
    ? values.some(({ text }) => text === 'false')
    : operator.qualifier === 'ForAnyValue' && !operator.negated);

/** One finding for each companion, at the first action that needs it. */
function run(context: CheckContext): void {
  const said = new Set<string>();
  const look = (statement: CheckedStatement, { text, node }: TextEntry) => {
    if (!INITIALS.has(text.charCodeAt(0) | LOWER)) return;
    for (const companion of byAction.get(text.toLowerCase()) ?? []) {
      const { needs, because, onlyTagged, onlyWith } = companion;
      if (said.has(needs) || (onlyTagged && !asksForTags(statement))) continue;
      if (onlyWith && statementsMatching(context, 'Allow', onlyWith).length === 0) continue;
      if (statementsMatching(context, 'Allow', needs).length > 0) continue;
      said.add(needs);
      context.report(rule, node, { action: text, companion: needs, because });
    }
  };
  for (const statement of context.statements)
    if (statement.effect === 'Allow') for (const entry of statement.actions) look(statement, entry);
}

export const companionsMissing: Check = {
  rules: [rule],
  run(context) {
    if (context.type === 'identity') run(context);
  },
};
