// Queries of object mappers with methods on models: Prisma, TypeORM, Sequelize, Mongoose.
import type { CallExpression, DatabaseQuery, Expression, ObjectEntry, QueryStep } from '../../model.ts';
import { contextOf } from './context.ts';
import { bindingsOf } from './entities/entity.ts';
import { entities } from './entities.ts';
import { readsWholeCollection } from './mongo-pipelines.ts';
import type { Program } from './program.ts';
import { stepsOf } from './query-steps.ts';
import { worth } from './values.ts';

type Does = DatabaseQuery['does'];
type Shape = Omit<DatabaseQuery, 'call' | 'steps' | 'made'>;

const reads =
  'findMany|findUnique|findFirst|findUniqueOrThrow|findFirstOrThrow|findAll|findAndCountAll|findByPk|findOne|findOneBy|findOneOrFail|findBy|findAndCount|findById|findOneAndUpdate|find|aggregate|countDocuments|distinct|groupBy|count';
export const modelMethod = new RegExp(
  `^(?:${reads}|create|createMany|upsert|update|updateMany|delete|deleteMany|insertOne|insertMany|updateOne|deleteOne|replaceOne|bulkCreate|destroy|bulkWrite|save|insert|findByIdAndUpdate|findByIdAndDelete|findOneAndDelete|remove|persistAndFlush|getOne|getOneOrFail|getMany|getManyAndCount|getRawOne|getRawMany|getCount|getExists)$`,
);
export const ormRoot = /@prisma\/client|typeorm|sequelize|mongoose|mongodb|objection|@mikro-orm/;

/** `prisma.plan.findMany`, also of a client or a transaction that could not be followed. */
export const isPrisma = ({ callee }: CallExpression): boolean =>
  callee.kind === 'member' &&
  callee.object.kind === 'member' &&
  lastOf(callee.object.object).some((name) => /^(?:prisma|prismaClient|prismaService|tx|trx)$/i.test(name));

const lastOf = (node: Expression): readonly string[] => (node.kind === 'name' || node.kind === 'member' ? [node.name] : []);

/** Undefined where nothing is asked yet: `repository.create(…)` of TypeORM and MikroORM only makes the object. */
export function orm(program: Program, { name, args, node }: QueryStep, symbols: readonly string[]): Shape | undefined {
  if (name === 'create' && symbols.some((symbol) => /typeorm|@mikro-orm/.test(symbol))) return undefined;
  if (/^(?:save|persistAndFlush)$/.test(name) && isNew(program, node)) return inserted;
  if (built.test(name)) return symbols.some((symbol) => symbol.includes('typeorm')) ? ofBuilder(name, node) : undefined;
  const does: Does = /upsert|save|persistAndFlush|findOneAndUpdate|findByIdAndUpdate/.test(name)
    ? 'upsert'
    : /^(?:create|insert|bulk)/.test(name)
      ? 'insert'
      : /^(?:update|replace)/.test(name)
        ? 'update'
        : /^(?:delete|destroy|remove|findOneAndDelete|findByIdAndDelete)/.test(name)
          ? 'delete'
          : 'read';
  const many = /^(?:findMany|findAll|find|findBy)$/.test(name);
  const [first] = args;
  const value = first && worth(program, first);
  const empty =
    first === undefined ||
    (value?.kind === 'record' &&
      value.complete &&
      !value.entries.some(([key]) => /^(?:where|take|limit|skip|first|cursor)$/.test(key)) &&
      (!/^find(?:By)?$/.test(name) || value.entries.length === 0));
  return {
    does,
    through: 'an ORM',
    everyColumn: false,
    bounded: !(does === 'read' && many && empty) && !(name === 'aggregate' && readsWholeCollection(program, first)),
  };
}

const built = /^get(?:One|OneOrFail|Many|ManyAndCount|RawOne|RawMany|Count|Exists)$/;

/** `createQueryBuilder('plan').where(…).getMany()` of TypeORM; steps that stand apart leave open what narrows it. */
const narrows = /[wW]here|^(?:take|limit|skip|groupBy|having|paginate)$/;
function ofBuilder(name: string, node: CallExpression): Shape {
  const names = stepsOf(node).map((step) => step.name);
  const isWhole = names.includes('createQueryBuilder');
  return {
    does: 'read',
    through: 'an ORM',
    everyColumn: false,
    bounded: !name.includes('Many') || !isWhole || names.some((each) => narrows.test(each)),
  };
}

const inserted: Shape = { does: 'insert', through: 'an ORM', everyColumn: false, bounded: true };

/** `repository.save(new Plan())`, `save(repository.create(input))`, `save({ title })`, `new Plan(input).save()`: the object was made here. */
function isNew(program: Program, { callee, args }: CallExpression): boolean {
  const given = args.filter(({ value }) => value.kind !== 'class' && !entities(program, value).some(({ kind }) => kind === 'class'));
  const subject = given[0]?.value ?? (callee.kind === 'member' ? callee.object : undefined);
  return subject !== undefined && isMade(program, subject, 3);
}

function isMade(program: Program, subject: Expression, depth: number): boolean {
  if (depth === 0) return false;
  if (subject.kind === 'await') return isMade(program, subject.value, depth);
  if (subject.kind === 'call') return subject.isNew === true || (subject.callee.kind === 'member' && subject.callee.name === 'create');
  if (subject.kind === 'object') return subject.entries.every((entry) => isFresh(program, entry, depth));
  if (subject.kind !== 'name') return false;
  const bindings = bindingsOf(subject.name, contextOf(subject).scope);
  return (
    bindings.length > 0 &&
    bindings.every((binding) => binding.kind === 'value' && binding.keys.length === 0 && isMade(program, binding.value, depth - 1))
  );
}

/** No entry that names a row which is there: an id, or what was found before. */
function isFresh(program: Program, { key, value }: ObjectEntry, depth: number): boolean {
  if (typeof key === 'string') return !/^_?(?:id|uuid)$/.test(key);
  if (key !== undefined) return true;
  if (value.kind !== 'name') return isMade(program, value, depth - 1);
  return bindingsOf(value.name, contextOf(value).scope).every(
    (binding) => binding.kind === 'parameter' || (binding.kind === 'value' && isMade(program, binding.value, depth - 1)),
  );
}
