// What the tests use of packages that only `npm run test:all` installs, so that `npm test` checks their types without them.

declare module 'aws-cdk-lib/aws-ec2' {
  export class InterfaceVpcEndpointAwsService {
    constructor(name: string);
    getDefaultEndpointPrefix(name: string, region: string): string;
  }
}
