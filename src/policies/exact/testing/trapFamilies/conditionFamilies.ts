import { list, one, several, type TrapFamily } from './family.ts';

export const conditionFamilies: readonly TrapFamily[] = [
  {
    name: 'split conditions',
    clauses: [
      [['Bool', 'BoolIfExists'], 'k', ['true', 'false']],
      [['Null'], 'k', ['true', 'false']],
      [
        list(`StringEquals StringEqualsIfExists StringNotEquals StringNotEqualsIfExists StringLike
        StringLikeIfExists StringNotLike StringNotLikeIfExists`),
        't',
        ['a', 'b', 'a*', '*'],
      ],
      [['Null'], 't', ['true', 'false']],
    ],
    tried: {
      keys: {
        k: one(['true', 'false']),
        t: one(['a', 'b', 'ab', 'c']),
      },
    },
  },
  {
    name: 'absent keys, IfExists, Null',
    clauses: [
      [
        list(`StringEquals StringEqualsIfExists StringNotEquals StringNotEqualsIfExists StringLike
        StringLikeIfExists StringNotLike StringNotLikeIfExists`),
        't',
        ['a', 'b', '*', '?*', 'a?'],
      ],
      [['Null'], 't', ['true', 'false']],
      [
        list(`StringEqualsIgnoreCase StringEqualsIgnoreCaseIfExists StringNotEqualsIgnoreCase
        StringNotEqualsIgnoreCaseIfExists`),
        't',
        ['A', 'b'],
      ],
    ],
    tried: {
      keys: {
        t: one(['a', 'A', 'b', 'B', 'ab', 'c']),
      },
    },
  },
  {
    name: 'sets of values',
    clauses: [
      [
        list(`ForAllValues:StringEquals ForAnyValue:StringEquals ForAllValues:StringNotEquals
        ForAnyValue:StringNotEquals ForAllValues:StringLike ForAnyValue:StringLike
        ForAllValues:StringNotLike ForAnyValue:StringNotLike ForAllValues:StringEqualsIfExists
        ForAnyValue:StringEqualsIfExists`),
        's',
        ['a', 'b', 'a*', '*'],
      ],
      [['Null'], 's', ['true', 'false']],
      [['StringEquals', 'StringNotEquals'], 's', ['a', 'b']],
    ],
    tried: {
      keys: {
        s: several(list(`a b c ab a|b a|c b|c a|ab b|ab a|b|c a|b|ab|c ab|c`)),
      },
    },
  },
  {
    name: 'sets of ARNs and numbers',
    clauses: [
      [
        list(`ForAllValues:ArnLike ForAnyValue:ArnLike ForAllValues:ArnNotLike ForAnyValue:ArnNotLike`),
        's',
        ['arn:aws:iam::1:role/*', 'arn:aws:iam::*:role/a', '*', 'arn:aws:iam'],
      ],
      [
        list(`ForAllValues:NumericLessThan ForAnyValue:NumericLessThan
        ForAllValues:NumericGreaterThanEquals ForAnyValue:NumericGreaterThanEquals
        ForAllValues:NumericNotEquals ForAnyValue:NumericNotEquals`),
        'n',
        ['1', '2'],
      ],
      [['Null'], 's', ['true', 'false']],
    ],
    tried: {
      keys: {
        s: several(
          list(`arn:aws:iam::1:role/a arn:aws:iam::2:role/a x arn:aws:iam::1:role/b|x
          arn:aws:iam::2:role/a|x arn:aws:iam::1:role/b|arn:aws:iam::2:role/a`),
        ),
        n: several(['0', '1', '1.5', '2', '0|2', '1|3', '0|1.5']),
      },
    },
  },
  {
    name: 'one value and several',
    clauses: [
      [['StringEquals', 'StringNotEquals', 'StringLike'], 's', ['a', 'b', '*']],
      [
        list(`ForAllValues:StringEquals ForAnyValue:StringEquals ForAllValues:StringNotEquals
        ForAnyValue:StringNotEquals ForAllValues:StringNotEqualsIfExists
        ForAnyValue:StringNotEqualsIfExists`),
        'S',
        ['a', 'b', 'c'],
      ],
      [['Null'], 's', ['true', 'false']],
      [['StringEquals'], 'o', ['a', 'b']],
    ],
    tried: {
      keys: {
        s: several(['a', 'b', 'c', 'd', 'a|b', 'a|c', 'b|c', 'c|d', 'a|b|c', 'a|b|c|d', 'a|d']),
        o: one(['a', 'b']),
      },
    },
  },
  {
    name: 'odd values of Bool',
    clauses: [
      [['Bool', 'BoolIfExists'], 'k', ['true', 'false', 'TRUE', 'False', 'yes', '1']],
      [['StringEquals', 'StringNotEquals', 'StringLike'], 'k', ['true', 'false', 't*', 'no', 'TRUE']],
      [['Null'], 'k', ['true', 'false']],
    ],
    tried: {
      keys: {
        k: one(['true', 'false']),
      },
    },
  },
  {
    name: 'ARNs in conditions',
    clauses: [
      [
        list(`ArnLike ArnLikeIfExists ArnEquals ArnEqualsIfExists ArnNotLike ArnNotLikeIfExists
        ArnNotEquals ArnNotEqualsIfExists`),
        'a',
        list(`* arn:aws:iam::1:role/* arn:aws:iam::*:role/a arn:*:iam::1:role/? arn:aws:iam
        arn:aws:iam::1:*:* arn:aws:iam::1:role/a arn:aws:*:role/a`),
      ],
      [
        ['StringLike', 'StringNotLike', 'StringEquals'],
        'a',
        ['arn:aws:iam::1:role/*', 'arn:aws:iam::1:role/a', 'arn:aws:*:role/a', '*'],
      ],
    ],
    tried: {
      keys: {
        a: one(
          list(`arn:aws:iam::1:role/a arn:aws:iam::1:role/b arn:aws:iam::2:role/a arn:cn:iam::1:role/a x
          arn:aws:iam arn:aws:iam::1:x:y arn:aws:iam:q:1:role/a arn:aws:iam::1:role/aa`),
        ),
      },
    },
  },
  {
    name: 'binary values',
    clauses: [
      [['BinaryEquals', 'BinaryEqualsIfExists'], 'k', ['QQ==', 'QmluYXJ5', 'qmluyxj5', 'QUI=', 'QUJD']],
      [['StringEquals', 'StringNotEquals'], 'k', ['QQ==', 'QUI=', 'x']],
      [['Null'], 'k', ['true', 'false']],
    ],
    tried: {
      keys: {
        k: one(['QQ==', 'QmluYXJ5', 'qmluyxj5', 'QUI=', 'x', 'QUJD']),
      },
    },
  },
  {
    name: 'CIDR halves',
    clauses: [
      [
        ['IpAddress', 'IpAddressIfExists', 'NotIpAddress', 'NotIpAddressIfExists'],
        'i',
        list(`10.0.0.0/8 10.0.0.0/9 10.128.0.0/9 10.1.2.3/8 0.0.0.0/0 ::/0 0.0.0.0/1 128.0.0.0/1
        2001:db8::/32 2001:db8::/33 2001:db8:8000::/33 10.0.0.1 10.0.0.1/32`),
      ],
      [['Null'], 'i', ['true', 'false']],
    ],
    tried: {
      keys: {
        i: one(
          list(`10.0.0.1 10.0.0.2 10.127.255.255 10.128.0.0 9.255.255.255 11.0.0.0 127.0.0.1 128.0.0.0
          255.255.255.255 2001:db8::1 2001:db8:8000:: 2001:db8:7fff:: 2001:db9:: ::`),
        ),
      },
    },
  },
  {
    name: 'dates',
    clauses: [
      [
        list(`DateLessThan DateLessThanIfExists DateLessThanEquals DateLessThanEqualsIfExists
        DateGreaterThan DateGreaterThanIfExists DateGreaterThanEquals DateGreaterThanEqualsIfExists
        DateEquals DateEqualsIfExists DateNotEquals DateNotEqualsIfExists`),
        'd',
        list(`2026-01-01T00:00:00Z 1767225600 2026-01-01 2026-01-01T01:00:00+01:00 2026-06-01T00:00:00Z
        2026-01-01T00:00:00.5Z`),
      ],
      [['Null'], 'd', ['true', 'false']],
    ],
    tried: {
      keys: {
        d: one(
          list(`2025-12-31T23:59:59Z 2026-01-01T00:00:00Z 2026-01-01T00:00:00.25Z 2026-01-01T00:00:00.5Z
          2026-02-01T00:00:00Z 2026-06-01T00:00:00Z 2027-01-01T00:00:00Z`),
        ),
      },
    },
  },
  {
    name: 'numeric ranges',
    clauses: [
      [
        list(`NumericLessThan NumericLessThanIfExists NumericLessThanEquals NumericLessThanEqualsIfExists
        NumericGreaterThan NumericGreaterThanIfExists NumericGreaterThanEquals
        NumericGreaterThanEqualsIfExists NumericEquals NumericEqualsIfExists NumericNotEquals
        NumericNotEqualsIfExists`),
        'n',
        ['10', '10.0', '11', '10.5', '-1', '0', '010'],
      ],
      [['Null'], 'n', ['true', 'false']],
    ],
    tried: {
      keys: {
        n: one(['-2', '-1', '-0.5', '0', '5', '10', '10.25', '10.5', '10.75', '11', '12']),
      },
    },
  },
];
