// Models of Sequelize that an index puts together at run time: it requires each file of its folder, and hands out what they make.
import type { CallExpression, Expression } from '../../model.ts';
import { contextOf, type IndexedFile } from './context.ts';
import { bindingsOf } from './entities/entity.ts';
import { entities } from './entities.ts';
import type { Program } from './program.ts';

/** `models.Plan.findAll(…)`, and `Plan.findAll(…)` after `const { Plan } = require('./models')`. */
export function isOfIndex(program: Program, { callee }: CallExpression): boolean {
  if (callee.kind !== 'member') return false;
  const { object } = callee;
  if (object.kind === 'member') return isModel.test(object.name) && isIndex(program, object.object);
  if (object.kind !== 'name' || !isModel.test(object.name)) return false;
  return bindingsOf(object.name, contextOf(object).scope).some((binding) => {
    if (binding.kind === 'import')
      return binding.imported === object.name && isIndexFile(program, binding.at.file, binding.statement.module);
    return binding.kind === 'value' && binding.keys.length === 1 && binding.keys[0] === object.name && isIndex(program, binding.value);
  });
}
const isModel = /^[A-Z]\w*$/;

const isIndex = (program: Program, expression: Expression): boolean =>
  entities(program, expression).some((each) => {
    if (each.kind === 'literal') return each.value.kind === 'object' && gathersModels(program, contextOf(each.value).file);
    const file = each.kind === 'module' ? program.file(each.path) : undefined;
    return file !== undefined && gathersModels(program, file);
  });

function isIndexFile(program: Program, from: IndexedFile, module: string): boolean {
  const target = program.resolveModule(from.source.path, module, 'typescript');
  const file = target.kind === 'file' ? program.file(target.path) : undefined;
  return file !== undefined && gathersModels(program, file);
}

/** `db[model.name] = model` in a file that makes a Sequelize. */
const gathersModels = (program: Program, file: IndexedFile): boolean =>
  program.memory.once<boolean>('gathers models', file, false, () => {
    const makes = file.calls.some(
      (call) =>
        call.isNew === true && entities(program, call).some((each) => each.kind === 'outside' && /^npm:sequelize\b/.test(each.symbol)),
    );
    return (
      makes && file.writes.some(({ target }) => target.kind === 'index' && target.index?.kind === 'member' && target.index.name === 'name')
    );
  });
