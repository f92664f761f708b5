import { builtIn } from '../builtIn.ts';
import { expect, it } from 'vitest';

/**
 * What a choice means that does not say. Stored drafts, links and presets hold only what was said, so that a default that changes
 * would change their access without a word. Never change a line here: give the option a `recommended` value instead.
 */
const defaults = `
consoleReadAccess actions=wildcards others=off
notebookAccessByOwner match=principalTag vpc=on volumeKey=on
studioAccessByOwner match=principalTag
runJobs vpc=on tags=on logs=on stop=on onNotebook=on onStudio=off volumeKey=off
buildAndPushImages awsImages=off
deployModels vpc=off tags=on volumeKey=on manage=off
notebookData kms=off jumpStart=off
jobVpcNetworking reach=strict
jobEncryption volumeKey=on
jobData jumpStart=off
pullImages awsImages=off awsImagesBesides=off
hostingVpcNetworking reach=strict
hostingEncryption capture=off volumeKey=on
modelArtifacts capture=off transform=off jumpStart=off
serveAsync notify=off
s3EndpointAccess style=strict bounded=account ecrLayers=on deleteObjects=off builds=off jumpStart=off packages=off samples=off
runStudioApps tags=on spaces=on open=off kms=off
manageJobs vpc=on kms=off tags=on plans=off
manageModels vpc=on tags=on
manageEndpoints kms=off tags=on components=off invoke=off
managePipelines tags=on
manageExperiments remove=any tags=on
monitorModels vpc=on kms=off tags=on definitions=off
optimizeInference shadow=off tags=on
manageModelCards remove=off kms=off tags=on
packageAlgorithms tags=on
s3TeamAccess kms=off
s3AccountAccess delete=off
queryAthena glue=on
manageGlueTables kms=off
buildImagesInCodeBuild awsImages=on vpc=off
invokeEndpoints components=on
invokeAsync kms=off
pipelineSteps names=generated vpc=on stepRole=own tags=on
clusterInstances vpc=on eks=off shell=on
manageClusters vpc=on plans=off governance=off tags=on
useCluster eks=on
scaleCluster kms=off
customizeModel agent=agentCore mlflow=on vpc=off
trainAgent kms=off
startCustomization tags=on
mlflowArtifacts registry=off kms=off
manageMlflow tags=on
useMlflow access=track models=off
registerModels approved=off tags=on
remoteIde by=ownerTag
approveModels decision=both
setEndpointPolicies create=off
terraformState kms=off workspaces=off
readFeatures kms=off
writeFeatures delete=off kms=off
manageFeatureGroups offline=on kms=off lakeFormation=off tags=on
keepOfflineStore kms=off
startAutoMl vpc=on kms=off tags=on
manageDomains vpc=on kms=off tags=on
manageStudioImages images=view scripts=view tags=on
manageNotebooks vpc=on kms=off root=off scripts=view tags=on
reserveCapacity extend=off tags=on
managePartnerApps tags=on
useHub use=deploy
usePartnerApps use=both
manageHubs jumpStart=off tags=on
runLabeling custom=off automated=off
manageLabeling workers=own tags=on
manageWorkteams tags=on
manageReviews tags=on
scheduleNotebooks vpc=off tags=on
runNotebookJobs vpc=off tags=on
useCanvas deploy=off tags=on jumpStart=off
runUnifiedDomain govern=on
openUnifiedProjects create=off kms=off
useUnifiedProject services=sagemaker kms=off
deployUnifiedProject subscribe=off
sagemakerApiEndpoint style=strict bounded=account
sagemakerRuntimeEndpoint style=strict bounded=account
ecrApiEndpoint style=strict bounded=account awsImages=off
ecrDkrEndpoint style=strict bounded=account awsImages=off
logsEndpoint style=strict bounded=account
kmsEndpoint style=strict bounded=account
stsEndpoint style=strict bounded=account
monitoringEndpoint style=strict bounded=account read=off
featureStoreEndpoint style=strict bounded=account
readSharedModels images=on
shareModelPackages deploy=on
shareModelKey account=on
`;

const told = builtIn.activities
  .flatMap(({ id, options }) =>
    options.length === 0
      ? []
      : [[id, ...options.map((option) => `${option.id}=${option.default}`)].join(' ')],
  )
  .join('\n');

it('no default of an option changes', () => {
  expect(told).toBe(defaults.trim());
});

it('what is recommended is one of the choices, and says so nowhere that it is the default', () => {
  for (const { options } of builtIn.activities)
    for (const { recommended, choices, default: left } of options) {
      if (recommended === undefined) continue;
      expect(choices.map(({ value }) => value)).toContain(recommended);
      expect(recommended).not.toBe(left);
    }
});
