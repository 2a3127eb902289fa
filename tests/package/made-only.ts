import { isTree, type Resource, type Template } from './template.ts';

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
  const equal = isTree(condition) ? condition['Fn::Equals'] : undefined;
  if (!Array.isArray(equal) || !equal.every((one) => typeof one === 'string'))
    throw new Error(`${String(name)} is no condition of this template.`);
  return equal[0] === equal[1];
};
