import type { Field } from './field.ts'
import { LAMBDA_FUNCTION_FIELDS } from './lambdaFunctionFields.ts'
import { LAMBDA_MAPPING_FIELDS } from './lambdaMappingFields.ts'

export const LAMBDA_FIELDS: readonly Field[] = [...LAMBDA_FUNCTION_FIELDS, ...LAMBDA_MAPPING_FIELDS]
