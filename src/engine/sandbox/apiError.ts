/**
 * A refusal of the service, as its client sees it. `name` is AWS's error code without the service's prefix; `factId`
 * is the statement about AWS that the refusal follows. Whoever throws it has changed nothing.
 */
export class ApiError extends Error {
  override readonly name: string
  readonly factId: string

  constructor(name: string, factId: string, message: string) {
    super(message)
    this.name = name
    this.factId = factId
  }
}
