import { expect, it } from 'vitest';
import * as engine from './index.ts';

it('offers exactly these functions and tables', () => {
  expect(Object.keys(engine).sort()).toEqual([
    'activities',
    'compareActions',
    'compose',
    'createDraft',
    'draftProblems',
    'exampleValues',
    'exporters',
    'fillExamples',
    'findActivity',
    'findExporter',
    'findPersona',
    'findVariable',
    'loadCatalog',
    'mergeStatements',
    'minifyPolicy',
    'openPlaceholders',
    'parsePolicy',
    'personas',
    'printPolicy',
    'readDraft',
    'variables',
    'variablesInUse',
    'zipFiles',
  ]);
});
