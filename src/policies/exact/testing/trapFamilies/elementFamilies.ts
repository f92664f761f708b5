import { list, one, type TrapFamily } from './family.ts';

export const elementFamilies: readonly TrapFamily[] = [
  {
    name: 'unions that cover',
    actions: list(`s3:Get* s3:Put* s3:* s3:?* s3:G* s3:*t s3:[GP]et s3:Get?* s3:Get`),
    resources: list(`* arn:aws:s3:::a* arn:aws:s3:::?* arn:aws:s3:::* arn:aws:s3:::a/* arn:aws:s3:::?
      arn:aws:s3:::??* arn:*`),
    tried: {
      actions: ['s3:get', 's3:getx', 's3:put', 's3:pet', 's3:x', 's3:g', 'ec2:get'],
      resources:
        list(`arn:aws:s3::: arn:aws:s3:::a arn:aws:s3:::ab arn:aws:s3:::b arn:aws:s3:::bc arn:aws:s3:::a/
        arn:aws:s3:::a/b x`),
    },
  },
  {
    name: 'carve-outs',
    actions: ['s3:GetObject', 's3:*', 's3:Put*'],
    resources: list(`* arn:aws:s3:::secret/* arn:aws:s3:::secret arn:aws:s3:::secret* arn:aws:s3:::*
      arn:aws:s3:::open/*`),
    clauses: [[['StringEquals', 'StringNotEquals'], 't', ['a', 'b']]],
    tried: {
      actions: ['s3:getobject', 's3:putobject', 's3:x'],
      resources: list(`arn:aws:s3:::secret arn:aws:s3:::secret/a arn:aws:s3:::secrets arn:aws:s3:::open/a
        arn:aws:s3:::x x arn:aws:sqs:r:1:x`),
      keys: {
        t: one(['a', 'b', 'c']),
      },
    },
  },
  {
    name: 'NotAction, NotResource, NotPrincipal',
    actions: ['*', 's3:*', 's3:Get*', 'iam:*', 's3:GetObject', '*:*', 's3:Get?bject'],
    resources: ['*', 'arn:aws:s3:::a', 'arn:aws:s3:::a*', 'arn:aws:s3', 'arn:aws:*:*:*:*'],
    principals: list(`* 111122223333 arn:aws:iam::111122223333:root arn:aws:iam::111122223333:role/a
      arn:aws:iam::444455556666:user/b`),
    tried: {
      actions: ['s3:getobject', 's3:getxbject', 's3:get', 's3:put', 'iam:x', 'ec2:y'],
      resources: list(`arn:aws:s3:::a arn:aws:s3:::ab arn:aws:s3:::b x arn:aws:sqs:r:1:x arn:x:s3:::a`),
      principals: list(`arn:aws:iam::111122223333:role/a arn:aws:iam::111122223333:role/b
        arn:aws:sts::444455556666:x/y arn:aws:iam::444455556666:user/b q 111122223333
        arn:aws:iam::111122223333:root arn:aws:iam::777788889999:z`),
    },
  },
  {
    name: 'future actions',
    actions: list(`ec2:Describe* ec2:DescribeInstances ec2:DescribeVpcs ec2:D* ec2:* *:Describe* * e*:* e?2:*
      *s ec2*`),
    tried: {
      actions: list(`ec2:describeinstances ec2:describevpcs ec2:describenew ec2:d ec2:x ec3:x ecs:describe
        x:describex e:x es:s x:ys ec22:x`),
    },
  },
  {
    name: 'Denies that do not matter',
    actions: ['s3:Get*', 's3:Put*', 's3:GetObject', 'ec2:*', 's3:*'],
    resources: ['*', 'arn:aws:s3:::a/*', 'arn:aws:s3:::b/*'],
    clauses: [
      [['StringEquals', 'StringNotEquals'], 't', ['a', 'b']],
      [['Bool'], 'k', ['true', 'false']],
    ],
    tried: {
      actions: ['s3:getobject', 's3:get', 's3:put', 'ec2:x', 's3:x'],
      resources: ['arn:aws:s3:::a/x', 'arn:aws:s3:::b/x', 'arn:aws:s3:::c', 'x'],
      keys: {
        t: one(['a', 'b', 'c']),
        k: one(['true', 'false']),
      },
    },
  },
  {
    name: 'fields of ARNs',
    resources: list(`* arn:* arn:aws:s3 arn:aws:s3:::* arn:aws:s3:*:*:* arn:aws:s3:* arn:aws:s3::*:x
      arn:*:s3:::x arn:aws:*:::x* arn:aws:lambda:*:*:function:* arn:aws:lambda:*:*:function:f
      arn:aws:lambda:*:*:*:f arn:aws:lambda:* a*:aws:s3:::x arn:aws:s3:::? arn:aws:*:*:*:?* *:x
      arn:?ws:s3:::x ** arn:aws:lambda:r:?:function:f:*`),
    tried: {
      resources:
        list(`arn:aws:s3:::x arn:aws:s3:::xy arn:aws:s3:r:1:x arn:aws:s3::: arn:aws:s3::1:x arn:cn:s3:::x
        arn:aws:lambda:r:1:function:f arn:aws:lambda:r:1:function:f:1 arn:aws:lambda:r:1:function
        arn:aws:lambda:r:1:layer:f arn:aws:s3 arn a:x ax:aws:s3:::x
        arn:aws:lambda:r:12:function:f:2 arn:aws:s3:::x:y : arn:`),
    },
  },
  {
    name: 'question marks and stars',
    resources: list(`arn:aws:s3:::?*? arn:aws:s3:::*? arn:aws:s3:::??* arn:aws:s3:::** arn:aws:s3:::a*b*a
      arn:aws:s3:::a?b?a arn:aws:s3:::*a* arn:aws:s3:::*b*a arn:aws:s3:::a* arn:aws:s3:::*ab
      arn:aws:s3:::?`),
    clauses: [
      [['StringLike', 'StringNotLike'], 't', ['?*?', '*?', '??*', 'a*b*a', '*a*', '?', 'a?*', '*ab']],
    ],
    tried: {
      resources:
        list(`arn:aws:s3::: arn:aws:s3:::a arn:aws:s3:::b arn:aws:s3:::ab arn:aws:s3:::aa arn:aws:s3:::ba
        arn:aws:s3:::aba arn:aws:s3:::abba arn:aws:s3:::axbya arn:aws:s3:::xab arn:aws:s3:::bb
        arn:aws:s3:::aab arn:aws:s3:::x:y`),
      keys: {
        t: one(['a', 'b', 'ab', 'ba', 'aba', 'abba', 'axbya', 'xab', 'bb', 'x:y', 'xyz']),
      },
    },
  },
  {
    name: 'case',
    actions: ['S3:GETOBJECT', 's3:GetObject', 's3:getobject', 'S3:*', 's3:get*'],
    resources: ['*', 'arn:aws:s3:::A', 'arn:aws:s3:::a', 'ARN:aws:s3:::a', 'arn:aws:s3:::?'],
    clauses: [
      [
        list(`StringEquals StringNotEquals StringEqualsIgnoreCase StringLike StringNotEqualsIgnoreCase`),
        'Tag/Team',
        ['a', 'A', 'aB', 'ab', 'AB'],
      ],
      [['StringEquals', 'StringNotEquals', 'StringEqualsIgnoreCase'], 'tag/team', ['a', 'A', 'AB']],
      [['Null'], 'TAG/team', ['true', 'False']],
    ],
    tried: {
      actions: ['s3:getobject', 's3:get', 's3:put'],
      resources: ['arn:aws:s3:::A', 'arn:aws:s3:::a', 'arn:aws:s3:::b', 'ARN:aws:s3:::a', 'x'],
      keys: {
        'tag/team': one(['a', 'A', 'ab', 'AB', 'aB', 'Ab', 'c', 'true']),
      },
    },
  },
  {
    name: 'principals',
    actions: ['sts:AssumeRole', 'sts:*'],
    resources: [],
    principals: list(`* 111122223333 arn:aws:iam::111122223333:root arn:aws-cn:iam::111122223333:root
      arn:aws:iam::111122223333:role/a arn:aws:iam::111122223333:role/* ec2.amazonaws.com`),
    clauses: [
      [['StringEquals', 'StringNotEquals'], 'sts:ExternalId', ['a', 'b']],
      [
        ['ArnLike', 'ArnNotLike'],
        'aws:PrincipalArn',
        ['arn:aws:iam::111122223333:role/a', 'arn:aws:iam::*:role/*'],
      ],
    ],
    tried: {
      actions: ['sts:assumerole', 'sts:x'],
      resources: ['x'],
      principals: list(`111122223333 arn:aws:iam::111122223333:role/a arn:aws:iam::111122223333:role/b
        arn:aws:iam::111122223333:root arn:x:y:z:111122223333:q arn:aws:iam::111122223333:
        ec2.amazonaws.com ec3.amazonaws.com arn:aws:iam::111122223333:role/*
        arn:aws-cn:iam::111122223333:root`),
      keys: {
        'sts:externalid': one(['a', 'b', 'c']),
        'aws:principalarn': one(['arn:aws:iam::111122223333:role/a', 'arn:aws:iam::1:role/b', 'x']),
      },
    },
  },
];
