import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FormDialog } from '../../../components/dialog/form-dialog.tsx'
import type { ActName } from '../../../filters/act-search.ts'
import { type ActProps, pendingDelays, pendingRelocation } from './act-context.ts'
import { Decision } from './decision.tsx'
import { DelayForm } from './delay-form.tsx'
import { RelocationForm } from './relocation-form.tsx'
import { ReverseForm } from './reverse-form.tsx'
import type { Asked } from './use-asked.ts'
import { VerifyForm } from './verify-form.tsx'

interface ActDialogProps extends ActProps {
  asked: Asked & { act: ActName }
}

function useSays({ centre, words }: ActProps) {
  const { t } = useTranslation(['acts', 'centres'])
  const relocation = pendingRelocation(centre)
  return {
    relocation: relocation && t('waitsRelocation', { day: relocation.requestedOn, reason: relocation.reason }),
    delay: (request: ReturnType<typeof pendingDelays>[number]) =>
      t('waitsDelay', {
        day: request.requestedOn,
        node: words.milestone(request.milestone),
        due: request.newDue,
        category: t(`centres:category.${request.category}`),
        evidence: request.evidence,
      }),
  }
}

/** Somebody was quicker. */
function Answered() {
  const { t } = useTranslation('acts')
  return <p>{t('nothingWaits')}</p>
}

function Delay({ asked, ...props }: ActDialogProps) {
  const says = useSays(props)
  const request = pendingDelays(props.centre).find(({ id }) => id === asked.request)
  if (!request) return asked.request ? <Answered /> : <DelayForm {...props} request={undefined} />
  return (
    <Decision {...props} requestId={request.id} says={says.delay(request)}>
      <DelayForm {...props} request={request} />
    </Decision>
  )
}

function Relocation(props: ActProps) {
  const says = useSays(props)
  const request = pendingRelocation(props.centre)
  if (!request || !says.relocation) return <Answered />
  return (
    <Decision {...props} requestId={request.id} says={says.relocation}>
      <RelocationForm {...props} requestId={request.id} />
    </Decision>
  )
}

/** The dialog the address asks for. The page below may move on; an act is made from what was seen when it was opened. */
export function ActDialog({ asked, centre, ...rest }: ActDialogProps) {
  const { t } = useTranslation('acts')
  const [seen] = useState(centre)
  const props = { ...rest, centre: seen }
  const name = asked.act === 'delay' && asked.request ? t('delayRequested') : t(asked.act)
  return (
    <FormDialog title={`${name} · ${props.centre.name}`} onClose={props.onCancel}>
      {asked.act === 'verify' && <VerifyForm {...props} at={asked.at} />}
      {asked.act === 'reverse' && <ReverseForm {...props} at={asked.at} />}
      {asked.act === 'relocation' && <Relocation {...props} />}
      {asked.act === 'delay' && <Delay {...props} asked={asked} />}
    </FormDialog>
  )
}
