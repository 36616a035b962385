// Queries of object mappers with methods on models: Prisma, TypeORM, Sequelize, Mongoose.
import type { CallExpression, DatabaseQuery, Expression, QueryStep } from '../../model.ts';
import type { Program } from './program.ts';
import { worth } from './values.ts';

type Does = DatabaseQuery['does'];
type Shape = Omit<DatabaseQuery, 'call' | 'steps'>;

const reads =
  'findMany|findUnique|findFirst|findUniqueOrThrow|findFirstOrThrow|findAll|findAndCountAll|findByPk|findOne|findOneBy|findOneOrFail|findBy|findAndCount|findById|findOneAndUpdate|find|aggregate|countDocuments|distinct|groupBy|count';
export const modelMethod = new RegExp(
  `^(?:${reads}|create|createMany|upsert|update|updateMany|delete|deleteMany|insertOne|insertMany|updateOne|deleteOne|replaceOne|bulkCreate|destroy|bulkWrite|save|insert|findByIdAndUpdate|findByIdAndDelete|findOneAndDelete|remove)$`,
);
export const ormRoot = /@prisma\/client|typeorm|sequelize|mongoose|mongodb|objection|@mikro-orm/;

/** `prisma.plan.findMany`, also of a client or a transaction that could not be followed. */
export const isPrisma = ({ callee }: CallExpression): boolean =>
  callee.kind === 'member' &&
  callee.object.kind === 'member' &&
  lastOf(callee.object.object).some((name) => /^(?:prisma|prismaClient|prismaService|tx|trx)$/i.test(name));

const lastOf = (node: Expression): readonly string[] => (node.kind === 'name' || node.kind === 'member' ? [node.name] : []);

export function orm(program: Program, { name, args }: QueryStep): Shape {
  const does: Does = /upsert|save|findOneAndUpdate|findByIdAndUpdate/.test(name)
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
      (name !== 'find' || value.entries.length === 0));
  return { does, through: 'an ORM', everyColumn: false, bounded: !(does === 'read' && many && empty) };
}
