import { list, one, type TrapFamily } from './family.ts';

export const variableFamilies: readonly TrapFamily[] = [
  {
    name: 'policy variables',
    resources: list(`* arn:aws:s3:::h/* arn:aws:s3:::h/\${aws:username} arn:aws:s3:::h/\${aws:username}/*
      arn:aws:s3:::h/bob arn:aws:s3:::h/\${AWS:UserName}* arn:aws:s3:::\${t}/\${aws:username}
      arn:aws:s3:::h/\${*}`),
    clauses: [
      [
        list(`StringEquals StringEqualsIfExists StringNotEquals StringNotEqualsIfExists StringLike
        StringLikeIfExists StringNotLike StringNotLikeIfExists`),
        'aws:username',
        ['bob', 'b*', '${t}', '*'],
      ],
      [
        list(`StringEquals StringEqualsIfExists StringNotEquals StringNotEqualsIfExists StringLike
        StringLikeIfExists StringNotLike StringNotLikeIfExists`),
        't',
        ['bob', '${aws:username}', '${aws:username}*', 'h'],
      ],
      [['Null'], 'aws:username', ['true', 'false']],
    ],
    tried: {
      resources: list(`arn:aws:s3:::h/ arn:aws:s3:::h/bob arn:aws:s3:::h/bob/x arn:aws:s3:::h/bobx
        arn:aws:s3:::h/* arn:aws:s3:::bob/bob arn:aws:s3:::h/h arn:aws:s3:::x x arn:aws:s3:::h/eve
        arn:aws:s3:::h/eve/x`),
      keys: {
        'aws:username': one(['bob', 'eve', 'b', 'bobx', 'h', '*', 'bob/x']),
        t: one(['bob', 'h', 'eve', 'bobx', '*']),
      },
    },
  },
  {
    name: 'variables with defaults',
    resources: [
      "arn:aws:s3:::${aws:username, 'nobody'}",
      'arn:aws:s3:::nobody',
      'arn:aws:s3:::${aws:username}',
      'arn:aws:s3:::*',
      "arn:aws:s3:::${aws:username,'n*'}/*",
      'arn:aws:s3:::n*/*',
    ],
    clauses: [
      [
        ['StringEquals', 'StringNotEquals', 'StringLike'],
        't',
        ["${aws:username, 'nobody'}", 'nobody', '${aws:username}', "${aws:username, 'n*'}"],
      ],
      [['Null'], 'aws:username', ['true', 'false']],
      [['StringEquals', 'StringNotEquals'], 'aws:username', ['nobody', 'bob']],
    ],
    tried: {
      resources:
        list(`arn:aws:s3:::nobody arn:aws:s3:::bob arn:aws:s3:::n*/x arn:aws:s3:::nx/x arn:aws:s3:::bob/x
        arn:aws:s3:::x x`),
      keys: {
        'aws:username': one(['bob', 'nobody', 'n*', 'x']),
        t: one(['nobody', 'bob', 'n*', 'nx', 'x']),
      },
    },
  },
  {
    name: 'tags of the caller',
    resources: list(`* arn:aws:s3:::\${aws:PrincipalTag/team}/*
      arn:aws:s3:::\${aws:PrincipalTag/team}/\${aws:username}/*
      arn:aws:s3:::\${aws:PrincipalTag/unit}-*/\${aws:username} arn:aws:s3:::*`),
    clauses: [
      [
        ['StringEquals', 'StringNotEquals', 'StringLike'],
        'aws:ResourceTag/team',
        ['${aws:PrincipalTag/team}', 'a', '${aws:PrincipalTag/unit}'],
      ],
      [['StringEquals', 'StringNotEquals'], 'aws:ResourceTag/unit', ['${aws:PrincipalTag/unit}', 'u', 'v']],
      [
        ['StringEquals', 'StringEqualsIfExists'],
        'aws:RequestTag/owner',
        ['${aws:username}', '${aws:PrincipalTag/owner}'],
      ],
      [['Null'], 'aws:PrincipalTag/team', ['true', 'false']],
      [['StringEquals', 'StringNotEquals'], 'aws:PrincipalTag/team', ['a', 'b']],
    ],
    tried: {
      resources: list(`arn:aws:s3:::a/x arn:aws:s3:::b/bob/x arn:aws:s3:::b/eve/x arn:aws:s3:::u-1/bob x`),
      keys: {
        'aws:username': one(['bob', 'eve']),
        'aws:principaltag/team': one(['a', 'b']),
        'aws:principaltag/unit': one(['u', 'v']),
        'aws:principaltag/owner': one(['bob']),
        'aws:resourcetag/team': one(['a', 'b', 'u']),
        'aws:resourcetag/unit': one(['u', 'v']),
        'aws:requesttag/owner': one(['bob', 'eve']),
      },
    },
  },
  {
    name: 'versions',
    versions: ['2012-10-17', '2008-10-17', undefined],
    resources: list(`arn:aws:s3:::\${aws:username} arn:aws:s3:::* arn:aws:s3:::\${*} arn:aws:s3:::a
      arn:aws:s3:::\${?}`),
    clauses: [
      [
        ['StringEquals', 'StringNotEquals', 'StringLike', 'StringNotLike'],
        't',
        ['${aws:username}', 'a', '${*}', '*'],
      ],
      [['Null'], 'aws:username', ['true', 'false']],
    ],
    tried: {
      resources: list(`arn:aws:s3:::\${aws:username} arn:aws:s3:::a arn:aws:s3:::* arn:aws:s3:::\${*}
        arn:aws:s3:::? arn:aws:s3:::\${?} arn:aws:s3:::\${x} arn:aws:s3:::x`),
      keys: {
        'aws:username': one(['a', 'x', '*']),
        t: one(['a', 'x', '*', '${aws:username}', '${*}', '${x}']),
      },
    },
  },
];
