import { viewStore } from '../../state/index.ts'

export const closeTool = (): void => viewStore.setState({ tool: null })
