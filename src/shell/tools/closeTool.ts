import { viewStore } from '../../state/index.ts'

export const closeTool = (): void => viewStore.setState({ tool: null })

/** Closes a sheet, which gives the keyboard back, and tells of it at once: the browser does so only later, and keys mean nothing till then. */
export function closeSheet(sheet: HTMLElement | null): void {
  if (sheet instanceof HTMLDialogElement) sheet.close()
  else sheet?.hidePopover()
  closeTool()
}
