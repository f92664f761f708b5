import { expect, it } from 'vitest';
import { compose } from '../compose/compose.ts';
import { fillExamples } from '../compose/exampleValues.ts';
import { chooseActivity, createDraft } from '../draft/createDraft.ts';
import type { Statement } from '../language/policy.ts';
import { builtIn } from '../library/builtIn.ts';
import type { ComposedDocument } from '../model/composedDocument.ts';
import type { Draft } from '../model/draft.ts';
import type { AccessTest } from '../library/accessTests/accessTest.ts';
import { testsOfPersona } from '../library/accessTests/index.ts';
import { eachTestResult } from './runTests.ts';

/** Tests that can't fail test nothing: denials of each persona fail when one of its statements says more than it should. */

/** The statement on every resource, with every action of its services, without its condition, or for everyone. */
function wider(statement: Statement): readonly Statement[] {
  const { Condition, ...unconditional } = statement;
  const services = [statement.Action ?? []].flat().map((action) => `${action.split(':')[0]}:*`);
  return [
    ...(Condition ? [unconditional] : []),
    ...(statement.Principal ? [{ ...statement, Principal: '*' as const }] : []),
    ...(statement.Resource === undefined
      ? []
      : [
          { ...unconditional, Resource: '*' },
          { ...unconditional, Action: services },
        ]),
  ];
}

/** The same documents with one statement widened. */
function* mutants(documents: readonly ComposedDocument[]): Generator<readonly ComposedDocument[]> {
  for (const [index, document] of documents.entries())
    for (const [at, statement] of document.policy.Statement.entries())
      for (const changed of statement.Effect === 'Allow' ? wider(statement) : []) {
        const Statement = document.policy.Statement.with(at, changed);
        yield documents.with(index, { ...document, policy: { ...document.policy, Statement } });
      }
}

/** The first three of these denials that fail once a statement of the draft is widened, or fewer where there are no more. */
function threeFailed(draft: Draft, ofThese: (test: AccessTest) => boolean = () => true): readonly string[] {
  const failed = new Set<string>();
  for (const documents of mutants(compose(draft, builtIn)))
    for (const { state, proof } of eachTestResult(draft, documents, builtIn)) {
      if (state === 'fails' && proof.expect === 'denied' && ofThese(proof)) failed.add(proof.id);
      if (failed.size === 3) return [...failed];
    }
  return [...failed];
}

it.each(builtIn.personas.map(({ id }) => id))('%s: three denials fail when a statement is widened', (id) => {
  const failed = threeFailed(fillExamples(createDraft({ personas: [id] }, builtIn), builtIn));
  expect(failed, failed.join(' ')).toHaveLength(3);
});

/** Activities that are selected by themselves, and whose tests are enough without those of the rest of the persona. */
const byThemselves: readonly (readonly [persona: string, activity: string])[] = [
  ['platformAdmin', 'manageNotebooks'],
  ['mlopsEngineer', 'optimizeInference'],
  ['mlopsEngineer', 'manageModelCards'],
  ['platformAdmin', 'reserveCapacity'],
  ['hyperPodAdmin', 'reserveCapacity'],
  ['mlopsEngineer', 'packageAlgorithms'],
  ['platformAdmin', 'managePartnerApps'],
  ['studioUser', 'usePartnerApps'],
  ['labelingManager', 'manageReviews'],
  ['endpointCaller', 'startReviews'],
  ['dataScientist', 's3TeamAccess'],
  ['dataScientist', 'queryAthena'],
  ['dataScientist', 'useHub'],
  ['dataScientist', 'manageJobs'],
  ['dataScientist', 'scheduleNotebooks'],
  ['dataScientist', 'manageExperiments'],
  ['mlopsEngineer', 's3TeamAccess'],
  ['mlopsEngineer', 'queryAthena'],
  ['mlopsEngineer', 'useHub'],
  ['mlopsEngineer', 'manageJobs'],
  ['mlopsEngineer', 'manageExperiments'],
  ['notebookRole', 's3TeamAccess'],
  ['notebookRole', 'queryAthena'],
  ['notebookRole', 'useHub'],
  ['notebookRole', 'manageJobs'],
  ['notebookRole', 'manageExperiments'],
  ['notebookRole', 'scheduleNotebooks'],
  ['studioUser', 's3TeamAccess'],
  ['canvasUser', 'queryAthena'],
  ['notebookJobRole', 'queryAthena'],
  ['featureReader', 'queryAthena'],
  ['featureAdmin', 'queryAthena'],
  ['dataScientist', 'manageModels'],
  ['dataScientist', 'startAutoMl'],
  ['dataScientist', 'searchExperiments'],
  ['notebookRole', 'manageModels'],
  ['notebookRole', 'startAutoMl'],
  ['notebookRole', 'monitorModels'],
  ['notebookRole', 'manageGlueTables'],
  ['notebookRole', 'searchExperiments'],
  ['notebookRole', 's3AccountAccess'],
  ['mlopsEngineer', 'monitorModels'],
  ['mlopsEngineer', 'startAutoMl'],
  ['mlopsEngineer', 'manageGlueTables'],
  ['mlopsEngineer', 's3AccountAccess'],
  ['modelCustomizer', 'manageModels'],
  ['featureWriter', 'readFeatures'],
  ['featureAdmin', 'readFeatures'],
  ['pipelineRole', 'pullImages'],
  ['pipelineRole', 'jobData'],
  ['pipelineRole', 'jobEncryption'],
  ['pipelineRole', 'jobVpcNetworking'],
  ['hyperPodInstanceRole', 'pullImages'],
  ['hyperPodInstanceRole', 'jobData'],
  ['customizationJobRole', 'jobEncryption'],
  ['customizationJobRole', 'jobVpcNetworking'],
  ['autoMlRole', 'jobEncryption'],
  ['autoMlRole', 'jobVpcNetworking'],
  ['labelingRole', 'jobEncryption'],
  ['notebookJobRole', 'jobData'],
  ['notebookJobRole', 'jobEncryption'],
  ['notebookRole', 'manageEndpoints'],
  ['notebookRole', 'managePipelines'],
  ['mlopsEngineer', 'endpointAutoscaling'],
  ['hostingRole', 'endpointAutoscaling'],
  ['pipelineRole', 'pipelineIntegrations'],
  ['endpointCaller', 'invokeAsync'],
  ['hostingRole', 'serveAsync'],
  ['canvasUser', 'registerModels'],
  ['hyperPodUser', 'clusterShell'],
  ['dataScientist', 'runStudioApps'],
  ['mlopsEngineer', 'runStudioApps'],
  ['notebookRole', 'runStudioApps'],
  ['studioUser', 'runStudioApps'],
  ['studioUser', 'remoteIde'],
  ['notebookRole', 'buildImagesFromStudio'],
  ['notebookRole', 'logsAndMetrics'],
  ['pipelineRole', 'logsAndMetrics'],
  ['trainingRole', 'analyzeModels'],
  ['trainingRole', 'accessAwsServices'],
  ['labelingManager', 'manageWorkteams'],
  ['hyperPodAdmin', 'clusterAccess'],
  ['hyperPodAdmin', 'clusterAutoscaling'],
  ['labelingRole', 'logsAndMetrics'],
  ['autoMlRole', 'logsAndMetrics'],
  ['autoMlRole', 'pullImages'],
  ['notebookJobRole', 'logsAndMetrics'],
  ['notebookJobRole', 'pullImages'],
  ['notebookJobRole', 'jobVpcNetworking'],
  ['canvasUser', 'logsAndMetrics'],
  ['unifiedProjectRole', 'queryAthena'],
  ['unifiedProjectRole', 'registerModels'],
  ['unifiedProjectRole', 'useMlflow'],
];

it.each(byThemselves)('%s, %s alone: eight tests, and three of its denials fail', (id, activity) => {
  const tests = testsOfPersona(id, builtIn).filter((test) => test.activity === activity);
  expect(tests.length).toBeGreaterThanOrEqual(8);
  const alone = { [id]: [chooseActivity(activity, builtIn)] };
  const draft = fillExamples(createDraft({ personas: [id], activities: alone }, builtIn), builtIn);
  const failed = threeFailed(draft, (test) => test.activity === activity);
  expect(failed, failed.join(' ')).toHaveLength(3);
});

const endpoints = builtIn.activities.flatMap(({ id, endpoint }) =>
  endpoint ? [[id, endpoint.carries] as const] : [],
);

it.each(endpoints)('%s: each statement that lets more through is noticed', (id, carries) => {
  const activities = { vpcEndpoint: [chooseActivity(id, builtIn)] };
  const draft = fillExamples(createDraft({ personas: ['vpcEndpoint'], activities }, builtIn), builtIn);
  const tests = testsOfPersona('vpcEndpoint', builtIn).filter((test) => test.activity === id);
  expect(tests.filter(({ expect }) => expect === 'allowed')).not.toEqual([]);
  const documents = compose(draft, builtIn);
  const textOf = (one: readonly ComposedDocument[]) => JSON.stringify(one.map(({ policy }) => policy));
  const wholeService = carries.some((action) => action.endsWith(':*'));
  const isNoticed = (changed: readonly ComposedDocument[]) =>
    [...eachTestResult(draft, changed, builtIn)].some(({ state }) => state === 'fails');
  expect(isNoticed(documents)).toBe(false);
  const unnoticed = [...mutants(documents)]
    .filter((changed) => textOf(changed) !== textOf(documents))
    .filter((changed) => wholeService || !/":\["?\w+:\*/.test(textOf(changed)))
    .filter((changed) => !isNoticed(changed));
  expect(unnoticed.map(textOf)).toEqual([]);
});

/**
 * Statements of activities, with the options that they start with, that no denial of the persona notices when they say more. The
 * list can only become shorter: a new statement has a denial.
 */
const unnoticed: readonly string[] = [
  'autoMlRole runAutoMl AutoMlModels',
  'canvasUser s3TeamAccess TeamBucketLocation',
  'customizationJobRole customizeModel CustomizeBaseModel',
  'customizationJobRole customizeModel CustomizeTrack',
  'customizationJobRole customizeModel CustomizeTrackApp',
  'customizationJobRole customizeModel WriteLogs',
  'dataScientist manageJobs ManageJobsListOfTuning',
  'dataScientist notebookAccessByOwner NotebookVolumeKeyThroughSageMaker',
  'dataScientist notebookAccessByOwner VpcCreateInterface',
  'dataScientist studioAccessByOwner StudioDescribeDomain',
  'featureAdmin manageFeatureGroups FeatureGroupsBucket',
  'hostingRole elasticInference SageMakerElasticInterface',
  'hostingRole endpointAutoscaling ScalingEndpointConfig',
  'hostingRole hostingVpcNetworking VpcManageInterface',
  'hyperPodAdmin manageClusters ClustersServiceRole',
  'hyperPodAdmin reserveCapacity PlansReserve',
  'hyperPodInstanceRole clusterInstances ClusterInterfaceTags',
  'hyperPodInstanceRole clusterInstances ClusterInterfacesAndClusterSessions',
  'imageBuildRole buildImagesInCodeBuild BuildPullAwsImages',
  'labelingManager manageReviews ReviewsPages',
  'mlopsEngineer endpointAutoscaling ScalingEndpointConfig',
  'mlopsEngineer manageEndpoints ManageEndpointConfigCreate',
  'mlopsEngineer manageJobs ManageJobsListOfTuning',
  'mlopsEngineer manageModels ManageModelPackages',
  'mlopsEngineer monitorModels MonitorDefineInVpc',
  'mlopsEngineer monitorModels MonitorDefinitions',
  'mlopsEngineer runStudioApps StudioDescribe',
  'mlopsEngineer runStudioApps StudioOpenOwn',
  'notebookRole manageEndpoints ManageEndpointConfigCreate',
  'notebookRole manageJobs ManageJobsListOfTuning',
  'notebookRole monitorModels MonitorDefineInVpc',
  'notebookRole monitorModels MonitorDefinitions',
  'notebookRole runStudioApps StudioDescribe',
  'notebookRole runStudioApps StudioOpenOwn',
  'platformAdmin manageNotebooks NotebooksNetworkDelete',
  'platformAdmin reserveCapacity PlansReserve',
  'registryReader readSharedModels ReadSharedArtifactsList',
  'registryReader readSharedModels ReadSharedModelGroup',
  'sharedRegistry shareModelArtifacts ShareArtifactsList',
  'trainingRole analyzeModels ClarifyModel',
  'trainingRole jobVpcNetworking JobVpcDescribeAndVpcAnyInterface',
  'trainingRole logsAndMetrics WriteMetrics',
  'unifiedDeployer deployUnifiedProject DeployLogs',
  'unifiedDomainRole runUnifiedDomain PortalIdentity',
  'unifiedQueryRole runUnifiedQueries UnifiedCatalog',
  'unifiedQueryRole runUnifiedQueries UnifiedSpillBucket',
];

/** Whether a denial fails with the statement at this place widened in any way. */
function isNoticed(draft: Draft, documents: readonly ComposedDocument[], index: number, at: number): boolean {
  const document = documents[index]!;
  return wider(document.policy.Statement[at]!).some((changed) => {
    const Statement = document.policy.Statement.with(at, changed);
    const mutant = documents.with(index, { ...document, policy: { ...document.policy, Statement } });
    return [...eachTestResult(draft, mutant, builtIn)].some(
      ({ state, proof }) => state === 'fails' && proof.expect === 'denied',
    );
  });
}

function unnoticedOf(id: string, activity: string): readonly string[] {
  const alone = { [id]: [chooseActivity(activity, builtIn)] };
  const draft = fillExamples(createDraft({ personas: [id], activities: alone }, builtIn), builtIn);
  const documents = compose(draft, builtIn);
  return documents.flatMap(({ kind, policy }, index) =>
    kind === 'trust'
      ? []
      : policy.Statement.flatMap((statement, at) =>
          statement.Effect === 'Allow' && !isNoticed(draft, documents, index, at)
            ? [`${id} ${activity} ${statement.Sid}`]
            : [],
        ),
  );
}

it('each statement of each activity alone is noticed when it is widened, but those that are listed', () => {
  const found = builtIn.personas
    .filter(({ id }) => id !== 'vpcEndpoint')
    .flatMap(({ id, activities }) => activities.flatMap(({ activity }) => unnoticedOf(id, activity)));
  expect(found.toSorted()).toEqual(unnoticed.toSorted());
  expect(found.toSorted()).toEqual(unnoticed.toSorted());
});
