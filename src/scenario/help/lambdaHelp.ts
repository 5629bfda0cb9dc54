import type { KindHelp } from './fieldHelp.ts'
import { LAMBDA_FUNCTION_HELP } from './lambdaFunctionHelp.ts'
import { LAMBDA_MAPPING_HELP } from './lambdaMappingHelp.ts'

export const LAMBDA_HELP: KindHelp = { ...LAMBDA_FUNCTION_HELP, ...LAMBDA_MAPPING_HELP }
