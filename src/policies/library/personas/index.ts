import { whenRulesChange } from '../ruleset.ts';
import { dataScientist } from './dataScientist.ts';
import { hostingRole } from './hostingRole.ts';
import { imageBuildRole } from './imageBuildRole.ts';
import { mlopsEngineer } from './mlopsEngineer.ts';
import { notebookRole } from './notebookRole.ts';
import type { Persona } from './persona.ts';
import { trainingRole } from './trainingRole.ts';
import { vpcEndpoint } from './vpcEndpoint.ts';

/** Without any preset. */
export const ourPersonas: readonly Persona[] = [
  dataScientist,
  notebookRole,
  trainingRole,
  hostingRole,
  vpcEndpoint,
  mlopsEngineer,
  imageBuildRole,
];

/** Every persona, in the order in which documents hold their statements; the organisation's come last. */
export let personas = ourPersonas;

whenRulesChange((rules) => {
  personas = rules.personas(ourPersonas);
});

/** The persona with this id, or nothing. */
export function findPersona(id: string): Persona | undefined {
  return personas.find((persona) => persona.id === id);
}
