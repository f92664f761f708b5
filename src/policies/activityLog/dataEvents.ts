import type { RepeatedEvent } from './activityEvent.ts';
import { prefixesOf } from './actionsOfEvent.ts';

/** Calls that a trail logs only where its data events are turned on, and the event history never has. */
export interface DataEvents {
  /** What they are about: “S3 objects”. */
  readonly title: string;
  readonly prefix: string;
  /** Actions that policies name for them. */
  readonly actions: readonly string[];
  readonly source: string;
}

/** Of what the library’s activities allow. Source: https://docs.aws.amazon.com/awscloudtrail/latest/userguide/logging-data-events-with-cloudtrail.html */
export const dataEvents: readonly DataEvents[] = [
  {
    title: 'S3 objects',
    prefix: 's3',
    actions: ['s3:GetObject', 's3:PutObject', 's3:DeleteObject', 's3:ListBucket'],
    source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/cloudtrail-logging-s3-info.html',
  },
  {
    title: 'SageMaker endpoints and Feature Store records',
    prefix: 'sagemaker',
    actions: ['sagemaker:InvokeEndpoint', 'sagemaker:GetRecord', 'sagemaker:PutRecord'],
    source: 'https://docs.aws.amazon.com/sagemaker/latest/dg/feature-store-logging-using-cloudtrail.html',
  },
  {
    title: 'Lambda function invocations',
    prefix: 'lambda',
    actions: ['lambda:InvokeFunction'],
    source: 'https://docs.aws.amazon.com/lambda/latest/dg/logging-using-cloudtrail.html',
  },
];

/** Kinds of data events of which none is among these events. */
export const notLogged = (events: readonly RepeatedEvent[]): readonly DataEvents[] => {
  const seen = new Set(
    events.filter(({ event }) => event.isData).flatMap(({ event }) => prefixesOf(event.source)),
  );
  return dataEvents.filter(({ prefix }) => !seen.has(prefix));
};
