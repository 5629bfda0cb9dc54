import { session, useSession, useView, viewStore } from '../state/index.ts'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'

/** At most one line of each kind: what went wrong with the run, and what the page has to say. */
export function Notices() {
  const notice = useView((view) => view.notice)
  const { state, message, failure } = useSession()
  return (
    <div className="notices">
      {state === 'failed' && (
        <Notice
          text={failure === 'refused' ? 'This scene cannot be run as it is.' : 'The run stopped.'}
          detail={message ?? ''}
        >
          {failure !== 'refused' && (
            <Button primary onClick={() => session.retry()}>
              Retry
            </Button>
          )}
        </Notice>
      )}
      {notice !== null && (
        <Notice text={notice.text} detail={notice.detail ?? ''} onClose={() => viewStore.getState().setNotice(null)}>
          {notice.linkText !== undefined && (
            <input
              className="notice-link"
              readOnly
              aria-label="The link's text"
              value={notice.linkText}
              onFocus={(event) => event.currentTarget.select()}
            />
          )}
          {notice.action !== undefined && <Button onClick={notice.action.run}>{notice.action.label}</Button>}
        </Notice>
      )}
    </div>
  )
}
