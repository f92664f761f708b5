/** A policy with what is often wrong in one: an action that is misspelled, and any role passed to any service. */
export const examplePolicy = `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Sid": "TrainModels",
      "Effect": "Allow",
      "Action": [
        "sagemaker:CreateTrainngJob",
        "sagemaker:DescribeTrainingJob"
      ],
      "Resource": "arn:aws:sagemaker:us-east-1:111122223333:training-job/*"
    },
    {
      "Sid": "PassTrainingRole",
      "Effect": "Allow",
      "Action": "iam:PassRole",
      "Resource": "*"
    }
  ]
}
`;
