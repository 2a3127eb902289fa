import { isTree, type Resource, type Template, type Tree } from './template.ts';

/** A template without the resources whose condition does not hold: what CloudFormation would make, and what may be referred to. */
export const madeOnly = (template: Template): Template => ({
  ...template,
  Resources: Object.fromEntries(
    Object.entries(template.Resources).filter(([, resource]) => isMade(template, resource)),
  ),
});

/** @throws when the template does not state the condition, or by something else than two texts */
const isMade = ({ Conditions }: Template, { Condition: name }: Resource): boolean => {
  if (name === undefined) return true;
  const condition = Conditions?.[String(name)];
  if (!isTree(condition)) throw new Error(`${String(name)} is no condition of this template.`);
  return holds(condition);
};

const holds = (condition: Tree): boolean => {
  const { 'Fn::Not': not, 'Fn::Equals': equal } = condition;
  if (Array.isArray(not) && isTree(not[0])) return !holds(not[0]);
  if (!Array.isArray(equal) || !equal.every((one) => typeof one === 'string'))
    throw new Error(`${JSON.stringify(condition)} compares something else than two texts.`);
  return equal[0] === equal[1];
};
