import type { Activity, StatementTemplate } from './activities/activity.ts';
import { findActivity } from './activities/index.ts';
import type { ComposedDocument, Source } from './composed.ts';
import { POLICY_VERSION } from './document.ts';
import type { ActivityChoice, Draft } from './draft.ts';
import { expandTemplate } from './expand.ts';
import { mergeSourced, type SourcedStatement } from './merge.ts';
import { personas } from './personas/index.ts';
import type { Persona } from './personas/persona.ts';
import { type Readings, readVariables } from './variables/readings.ts';

/**
 * The policy documents of a draft: one merged identity policy or one for each identity persona, and one document for
 * each endpoint persona. A persona without statements has no document. Ids that no registry knows are ignored.
 */
export function compose(draft: Draft): readonly ComposedDocument[] {
  const readings = readVariables(draft);
  const parts = chosenPersonas(draft).map((persona) => ({
    persona,
    statements: statementsOf(persona, draft, readings),
  }));
  const filled = parts.filter((part) => part.statements.length > 0);
  const identity = filled.filter((part) => part.persona.kind === 'identity');
  const endpoint = filled.filter((part) => part.persona.kind === 'vpc-endpoint');
  const separate = draft.layout === 'perPersona' || identity.length === 1;
  const identityDocuments = separate
    ? identity.map((part) => personaDocument(part, draft))
    : mergedDocument(identity);
  return [...identityDocuments, ...endpoint.map((part) => personaDocument(part, draft))];
}

/** Templates of a choice that its options include, in order. Empty for unknown ids or a stance that does not exist. */
export function activeTemplates(choice: ActivityChoice): readonly StatementTemplate[] {
  const activity = findActivity(choice.activity);
  const templates = activity?.[choice.stance] ?? [];
  return templates.filter((template) => activity && isIncluded(template, activity, choice));
}

/** Personas of a draft in the registry's order. */
export function chosenPersonas(draft: Draft): readonly Persona[] {
  return personas.filter((persona) => draft.personas.includes(persona.id));
}

/** A persona's choices in the registry's order, each activity once. */
export function chosenActivities(persona: Persona, draft: Draft): readonly ActivityChoice[] {
  const choices = draft.activities[persona.id] ?? [];
  return persona.activities.flatMap((entry) => {
    const choice = choices.find((candidate) => candidate.activity === entry.activity);
    return choice ? [choice] : [];
  });
}

interface PersonaPart {
  readonly persona: Persona;
  readonly statements: readonly SourcedStatement[];
}

function statementsOf(persona: Persona, draft: Draft, readings: Readings): readonly SourcedStatement[] {
  return chosenActivities(persona, draft).flatMap((choice) =>
    activeTemplates(choice).flatMap((template) => sourced(persona, choice, template, readings)),
  );
}

function sourced(
  persona: Persona,
  choice: ActivityChoice,
  template: StatementTemplate,
  readings: Readings,
): readonly SourcedStatement[] {
  const source: Source = {
    persona: persona.id,
    activity: choice.activity,
    stance: choice.stance,
    template: template.Sid,
  };
  const mark = isShared(choice.activity) ? { persona: persona.mark } : {};
  return expandTemplate(template, readings).map(({ statement, row }) => ({
    statement,
    source,
    name: { template: template.Sid, row, ...mark },
  }));
}

function isIncluded(template: StatementTemplate, activity: Activity, choice: ActivityChoice): boolean {
  return Object.entries(template.when ?? {}).every(([id, value]) => {
    const option = activity.options.find((candidate) => candidate.id === id);
    return (choice.options[id] ?? option?.default) === value;
  });
}

const isShared = (activity: string): boolean =>
  personas.filter((persona) => persona.activities.some((entry) => entry.activity === activity)).length > 1;

function personaDocument({ persona, statements }: PersonaPart, draft: Draft): ComposedDocument {
  const id = persona.kind === 'identity' && draft.layout === 'merged' ? 'merged' : persona.id;
  return documentOf(id, persona.title, [persona], statements);
}

function mergedDocument(parts: readonly PersonaPart[]): readonly ComposedDocument[] {
  if (parts.length === 0) return [];
  const statements = parts.flatMap((part) => part.statements);
  return [
    documentOf(
      'merged',
      'Merged policy',
      parts.map((part) => part.persona),
      statements,
    ),
  ];
}

function documentOf(
  id: string,
  title: string,
  members: readonly Persona[],
  statements: readonly SourcedStatement[],
): ComposedDocument {
  const merged = mergeSourced(statements);
  return {
    id,
    title,
    kind: members[0]?.kind ?? 'identity',
    personas: members.map((persona) => persona.id),
    policy: { Version: POLICY_VERSION, Statement: merged.map(({ statement }) => statement) },
    provenance: merged.map(({ provenance }) => provenance),
  };
}
