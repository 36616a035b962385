// Nest's interceptors for files take their limits from the module of Multer beside them, where they are given none.
import type { Expression, Unit } from '../../model.ts';
import type { Parser } from './parsers.ts';

/** Whether every module of Multer is given a size for files: `MulterModule.registerAsync({ useFactory: () => ({ limits: { fileSize } }) })`. */
export function isLimitedByModule(unit: Unit, { name }: Parser): boolean {
  if (name !== 'an interceptor for files') return false;
  const modules = unit.calls(
    'npm:@nestjs/platform-express.MulterModule.register',
    'npm:@nestjs/platform-express.MulterModule.registerAsync',
  );
  return modules.length > 0 && modules.every(({ node }) => node.args.some(({ value }) => namesSize(unit, value)));
}

const namesSize = (unit: Unit, given: Expression): boolean =>
  given.kind === 'object' &&
  given.entries.some(({ key, value }) => {
    if (key === 'limits') return unit.words(value).includes('fileSize');
    if (key === 'useFactory') return unit.functionsIn(value).some((code) => unit.words(code).includes('fileSize'));
    return (key === 'useClass' || key === 'useExisting') && unit.functions(value).some((code) => unit.words(code).includes('fileSize'));
  });
