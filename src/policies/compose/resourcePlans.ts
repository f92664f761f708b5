import { selectedActivities, selectedPersonas } from '../draft/selection.ts';
import type { StatementTemplate } from '../library/activities/activity.ts';
import { findActivity } from '../library/ruleset.ts';
import { listOf } from '../language/policy.ts';
import type { AttachedResource } from '../model/composedDocument.ts';
import type { Draft } from '../model/draft.ts';
import { choiceStatements } from './activityStatements.ts';
import { expandTemplate } from './expandTemplate.ts';
import type { UnmergedDocument } from './mergeDocument.ts';
import { RecentResults } from './recentResults.ts';
import type { AttributedStatement } from './merge/mergeStatements.ts';
import type { Readings } from './variableReadings.ts';

/** Ids and titles of the documents. An id with a hyphen is no persona's. */
export const resourceDocuments: Readonly<
  Record<AttachedResource['type'], { readonly id: string; readonly title: string }>
> = {
  modelPackageGroup: { id: 'model-package-group-policy', title: 'Model package group policy' },
  bucket: { id: 'bucket-policy', title: 'Bucket policy' },
  key: { id: 'key-policy', title: 'Key policy' },
  repository: { id: 'repository-policy', title: 'Repository policy' },
};

/** One document for each resource that is shared: a resource has exactly one policy. */
export function resourcePlans(draft: Draft, readings: Readings): readonly UnmergedDocument[] {
  return selectedPersonas(draft, readings.ruleset)
    .filter((persona) => persona.kind === 'resource')
    .flatMap((persona) =>
      selectedActivities(persona, draft).flatMap((choice): readonly UnmergedDocument[] => {
        const resource = findActivity(choice.activity, readings.ruleset)?.attachedTo;
        const statements = choiceStatements(persona, choice, readings);
        if (!resource || statements.length === 0) return [];
        const name = nameOf(resource, readings);
        return [
          {
            ...resourceDocuments[resource.type],
            kind: 'resource',
            personas: [persona.id],
            resource: { ...resource, name },
            statements: resource.type === 'key' ? statements.map((one) => ofKeyOwner(one, name)) : statements,
          },
        ];
      }),
    );
}

const ownedStatements = new WeakMap<
  AttributedStatement,
  RecentResults<{ readonly arn: string; readonly owned: AttributedStatement }>
>();

/** Everything with a key is for the account that its ARN names, whatever account the roles are in. The same object for the same two. */
function ofKeyOwner(made: AttributedStatement, arn: string): AttributedStatement {
  const recent =
    ownedStatements.get(made) ??
    new RecentResults<{ readonly arn: string; readonly owned: AttributedStatement }>();
  ownedStatements.set(made, recent);
  return recent.get(
    (last) => last.arn === arn,
    () => ({ arn, owned: withKeyOwner(made, arn) }),
  ).owned;
}

function withKeyOwner(made: AttributedStatement, arn: string): AttributedStatement {
  const [, partition, account] = /^arn:([\w-]+):kms:[^:]*:(\d{12}):/.exec(arn) ?? [];
  if (account === undefined || !listOf(made.statement.Action).includes('kms:*')) return made;
  const owner = { AWS: [`arn:${partition}:iam::${account}:root`] };
  return { ...made, statement: { ...made.statement, Principal: owner } };
}

const nameTemplates = new WeakMap<AttachedResource, StatementTemplate>();

/** The name of a resource as a template; the same object for the same resource, so that caches keyed by it keep working. */
export function nameTemplate(resource: AttachedResource): StatementTemplate {
  const template = nameTemplates.get(resource) ?? {
    Sid: 'Name',
    Effect: 'Allow',
    Action: [],
    Resource: [resource.name],
  };
  nameTemplates.set(resource, template);
  return template;
}

const nameOf = (resource: AttachedResource, readings: Readings): string =>
  listOf(expandTemplate(nameTemplate(resource), readings)[0]?.statement.Resource)[0] ?? resource.name;
