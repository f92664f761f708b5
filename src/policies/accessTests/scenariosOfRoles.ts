import { arnsOfRole } from '../model/composedDocument.ts';
import { isFurtherRole, passesRole, personaOfRole } from '../draft/roleInstances.ts';
import { selectedPersonas } from '../draft/selection.ts';
import { placeholderOf } from '../language/placeholder.ts';
import type { AccessTest } from '../library/accessTests/accessTest.ts';
import type { Scenario, Step } from '../library/accessTests/scenarios/scenario.ts';
import type { Persona } from '../library/personas/persona.ts';
import { findVariable, type Ruleset } from '../library/ruleset.ts';
import type { ComposedDocument } from '../model/composedDocument.ts';
import type { Draft } from '../model/draft.ts';

interface ScenarioContext {
  readonly draft: Draft;
  readonly documents: readonly ComposedDocument[];
  readonly ruleset: Ruleset;
}

/** Persona → the role of it that makes the calls. */
type Cast = ReadonlyMap<string, Persona>;

/**
 * A scenario for each role that can take part in it: as it is where no persona of it has a further role in the draft, else once with
 * every role of such a persona, together with roles that pass each other. A role that none of the others passes takes part in none.
 */
export function scenariosOfRoles(scenario: Scenario, context: ScenarioContext): readonly Scenario[] {
  const personas = new Set(
    scenario.steps.flatMap(({ persona, otherwise }) => [persona, ...(otherwise ? [otherwise] : [])]),
  );
  const roles = selectedPersonas(context.draft, context.ruleset).filter(({ id }) =>
    personas.has(personaOfRole(context.draft, id)),
  );
  if (!roles.some(({ id }) => isFurtherRole(context.draft, id))) return [scenario];
  const casts = roles.flatMap((role) => castWith(role, roles, context.draft) ?? []);
  const byIds = new Map(casts.map((cast) => [[...cast.values()].map(({ id }) => id).join(' '), cast]));
  return [...byIds.values()].map((cast) => withCast(scenario, cast, context));
}

/** The first roles of the other personas that go with this one; nothing where a persona has none. */
function castWith(role: Persona, roles: readonly Persona[], draft: Draft): Cast | undefined {
  const cast = new Map([[personaOfRole(draft, role.id), role]]);
  for (const other of roles) {
    const persona = personaOfRole(draft, other.id);
    if (!cast.has(persona) && [...cast.values()].every((one) => goTogether(one, other, draft)))
      cast.set(persona, other);
  }
  const isWhole = roles.every(({ id }) => cast.has(personaOfRole(draft, id)));
  return isWhole ? new Map([...cast].toSorted(([one], [next]) => one.localeCompare(next))) : undefined;
}

const goTogether = (one: Persona, other: Persona, draft: Draft): boolean =>
  mayPass(one, other, draft) && mayPass(other, one, draft);

const mayPass = (passer: Persona, { id, roleVariable }: Persona, draft: Draft): boolean =>
  roleVariable === undefined || passesRole(draft, passer.id, roleVariable, id);

function withCast(scenario: Scenario, cast: Cast, context: ScenarioContext): Scenario {
  const further = [...cast.values()].filter(({ id }) => isFurtherRole(context.draft, id));
  if (further.length === 0) return scenario;
  const names = further.flatMap((role) => nameOfArn(role, context));
  const castOf = (persona: string) => cast.get(persona)?.id ?? persona;
  const labels = further.map(({ title }) => title).join(', ');
  return {
    ...scenario,
    id: [scenario.id, ...further.map(({ id }) => id)].join('/'),
    title: `${scenario.title} – ${labels}`,
    steps: scenario.steps.map(
      (step): Step => ({
        ...step,
        persona: castOf(step.persona),
        ...(step.otherwise === undefined ? {} : { otherwise: castOf(step.otherwise) }),
        proof: withArns(step.proof, names),
      }),
    ),
  };
}

/** The placeholder of a persona's role, and the ARN of the role that takes its place. */
function nameOfArn({ id, roleVariable }: Persona, { documents, ruleset }: ScenarioContext) {
  const [placeholder] = (roleVariable && findVariable(roleVariable, ruleset)?.placeholders) || [];
  const document = documents.find(({ role, personas }) => role !== undefined && personas.includes(id));
  const [arn] = arnsOfRole(document?.role);
  return placeholder === undefined || arn === undefined ? [] : [[placeholderOf(placeholder), arn] as const];
}

function withArns(
  test: AccessTest,
  names: readonly (readonly [placeholder: string, arn: string])[],
): AccessTest {
  const replaced = (text: string) =>
    names.reduce((before, [placeholder, arn]) => before.replaceAll(placeholder, arn), text);
  const context = Object.entries(test.context).map(([key, value]) => [
    replaced(key),
    typeof value === 'string' ? replaced(value) : value.map(replaced),
  ]);
  return {
    ...test,
    resource: replaced(test.resource),
    context: Object.fromEntries(context),
    ...(test.caller === undefined ? {} : { caller: replaced(test.caller) }),
  };
}
