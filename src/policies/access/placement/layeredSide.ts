import { type Box, Budget, boxOf, isBoxCovered } from '../../exact/box.ts';
import { effectOfSides, type EffectSide } from '../../exact/accessEffect.ts';
import { globsMeet } from '../../language/globsMeet.ts';
import type { Layer } from '../../simulate/policySet.ts';
import type { PreparedLayer, PreparedPolicySet } from '../../simulate/preparedPolicySet.ts';
import type { PreparedStatement } from '../../simulate/preparedStatement.ts';

/**
 * Whether two sets of layers are shown to allow a role the same requests, found by comparing statements with statements. Sound:
 * true only where it is so, for every request of the role that it makes itself; false where it takes more than that to show.
 */
export function isSameAccess(before: PreparedPolicySet, after: PreparedPolicySet): boolean {
  if (resourceControlOf(before) !== resourceControlOf(after)) return false;
  const [old, now] = [sideOf(before), sideOf(after)];
  return old !== undefined && now !== undefined && effectOfSides(old, now) === 'same';
}

/** As text. What is the same without resource control policies is the same with them. */
const resourceControlOf = ({ layers }: PreparedPolicySet): string =>
  JSON.stringify(
    layers.resourceControl.statements.map(({ statement, withVariables }) => [statement, withVariables]),
  );

const denying: readonly Layer[] = ['identity', 'permissionsBoundary', 'session', 'serviceControl'];

/** All layers as one policy: what identity policies allow, and every Deny. Nothing where another layer allows less than they do. */
function sideOf({ layers, errors }: PreparedPolicySet): EffectSide | undefined {
  const allows = boxesOf(layers.identity.statements, 'Allow');
  const budget = new Budget();
  const isWithin = levelsOf(layers).every((level) =>
    allows.every((box) => isBoxCovered(box, boxesOf(level, 'Allow'), budget)),
  );
  if (errors.length > 0 || !isWithin || budget.left < 0) return undefined;
  const denies = denying.flatMap((layer) => boxesOf(layers[layer].statements, 'Deny'));
  return {
    allows,
    denies: denies.filter((box) => allows.some((allow) => canShare(box, allow))),
    unreadable: [],
  };
}

const boxesOf = (statements: readonly PreparedStatement[], effect: Box['effect']): readonly Box[] =>
  statements
    .filter((statement) => statement.effect === effect)
    .map(({ statement, withVariables }) => boxOf(statement, withVariables));

/** What must allow besides the identity policies, statement by statement. */
function levelsOf(layers: Readonly<Record<Layer, PreparedLayer>>): readonly (readonly PreparedStatement[])[] {
  const whole = [layers.permissionsBoundary, layers.session].filter(({ present }) => present);
  const { present, levels, statements } = layers.serviceControl;
  return [
    ...whole.map((layer) => layer.statements),
    ...Array.from({ length: present ? levels : 0 }, (_, level) =>
      statements.filter((statement) => statement.level === level),
    ),
  ];
}

/** A Deny of what nothing allows says nothing. */
function canShare({ actions: denied }: Box, { actions: allowed }: Box): boolean {
  if (denied.except || allowed.except) return true;
  return denied.texts.some((one) =>
    allowed.texts.some((other) => globsMeet(one.toLowerCase(), other.toLowerCase())),
  );
}
