import { dataScientist } from './dataScientist.ts';
import { endpointCaller } from './endpointCaller.ts';
import { hostingRole } from './hostingRole.ts';
import { imageBuildRole } from './imageBuildRole.ts';
import { mlopsEngineer } from './mlopsEngineer.ts';
import { notebookRole } from './notebookRole.ts';
import type { Persona } from './persona.ts';
import { trainingRole } from './trainingRole.ts';
import { vpcEndpoint } from './vpcEndpoint.ts';
import { pipelineRole } from './pipelineRole.ts';

/** The personas of the built-in library, in the order in which documents hold their statements. */
export const personas: readonly Persona[] = [
  dataScientist,
  notebookRole,
  trainingRole,
  hostingRole,
  vpcEndpoint,
  mlopsEngineer,
  imageBuildRole,
  endpointCaller,
  pipelineRole,
];

/** Those that most teams have: an example of everything is made of them. */
export const commonPersonas: readonly Persona[] = personas.filter(({ specialized }) => !specialized);
