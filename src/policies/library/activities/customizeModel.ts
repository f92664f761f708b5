import type { Activity } from './activity.ts';
import { arn } from './roleManager.ts';

export const customizeModel: Activity = {
  id: 'customizeModel',
  title: 'Run a model customization job',
  summary: 'Use the base model, call the agent, and track the job in MLflow.',
  status: 'missingInGuide',
  options: [
    {
      id: 'agent',
      label: 'Where the agent runs',
      help: 'Multi-turn reinforcement learning calls the agent in each turn.',
      choices: [
        {
          value: 'agentCore',
          label: 'Amazon Bedrock AgentCore',
          help: 'Adds invoking agent runtimes with the name prefix.',
        },
        { value: 'lambda', label: 'AWS Lambda', help: 'Adds invoking functions with the name prefix.' },
        { value: 'none', label: 'No agent', help: 'Adds nothing.' },
      ],
      default: 'agentCore',
      stances: ['hardened'],
    },
    {
      id: 'mlflow',
      label: 'MLflow app',
      help: 'Whether the job writes its metrics and traces to an MLflow app.',
      choices: [
        { value: 'on', label: 'Yes', help: 'Adds runs and traces in the specified app.' },
        { value: 'off', label: 'No', help: 'Adds nothing.' },
      ],
      default: 'on',
      stances: ['hardened'],
    },
    {
      id: 'vpc',
      label: 'Job in your VPC',
      help: 'Whether jobs run in your subnets and security groups.',
      choices: [
        { value: 'off', label: 'No', help: 'Adds nothing.' },
        {
          value: 'on',
          label: 'Yes',
          help: 'Adds the tags of the network interfaces of the job. Also select “Run jobs inside a VPC”.',
        },
      ],
      default: 'off',
      stances: ['hardened'],
    },
  ],
  hardened: [
    {
      Sid: 'CustomizeBaseModel',
      Effect: 'Allow',
      Action: ['sagemaker:DescribeHubContent'],
      Resource: [arn('hub', '*'), arn('hub-content', '*')],
    },
    {
      Sid: 'CustomizeModelPackage',
      Effect: 'Allow',
      Action: ['sagemaker:AccessModelPackage'],
      Resource: [arn('model-package')],
    },
    {
      Sid: 'CustomizeTrackApp',
      Effect: 'Allow',
      Action: ['sagemaker:CallMlflowAppApi', 'sagemaker:DescribeMlflowApp'],
      Resource: [arn('mlflow-app', '<MLFLOW_APP_ID>')],
      when: { mlflow: 'on' },
    },
    {
      Sid: 'CustomizeTrack',
      Effect: 'Allow',
      Action: [
        'sagemaker-mlflow:CreateExperiment',
        'sagemaker-mlflow:CreateRun',
        'sagemaker-mlflow:EndTrace',
        'sagemaker-mlflow:GetExperimentByName',
        'sagemaker-mlflow:GetMetricHistory',
        'sagemaker-mlflow:GetRun',
        'sagemaker-mlflow:ListArtifacts',
        'sagemaker-mlflow:LogBatch',
        'sagemaker-mlflow:SearchTraces',
        'sagemaker-mlflow:StartTrace',
        'sagemaker-mlflow:UpdateRun',
      ],
      Resource: [arn('mlflow-app', '<MLFLOW_APP_ID>'), arn('mlflow-tracking-server', '<MLFLOW_APP_ID>')],
      when: { mlflow: 'on' },
    },
    {
      Sid: 'CustomizeAgent',
      Effect: 'Allow',
      Action: [
        'bedrock-agentcore:GetAgentRuntime',
        'bedrock-agentcore:InvokeAgentRuntime',
        'bedrock-agentcore:StopRuntimeSession',
      ],
      Resource: ['arn:<PARTITION>:bedrock-agentcore:<REGION>:<ACCOUNT_ID>:runtime/<NAME_PREFIX>*'],
      when: { agent: 'agentCore' },
    },
    {
      Sid: 'CustomizeFunction',
      Effect: 'Allow',
      Action: ['lambda:InvokeFunction'],
      Resource: ['arn:<PARTITION>:lambda:<REGION>:<ACCOUNT_ID>:function:<NAME_PREFIX>*'],
      when: { agent: 'lambda' },
    },
    {
      Sid: 'CustomizeInterfaceTags',
      Effect: 'Allow',
      Action: ['ec2:CreateTags'],
      Resource: ['arn:<PARTITION>:ec2:<REGION>:<ACCOUNT_ID>:network-interface/*'],
      Condition: { StringEquals: { 'ec2:CreateAction': ['CreateNetworkInterface'] } },
      when: { vpc: 'on' },
    },
    {
      Sid: 'CustomizeLogs',
      Effect: 'Allow',
      Action: ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents', 'logs:DescribeLogStreams'],
      Resource: ['arn:<PARTITION>:logs:<REGION>:<ACCOUNT_ID>:log-group:/aws/sagemaker/*'],
    },
  ],
};
