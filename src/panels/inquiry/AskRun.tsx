import { Disclosure } from '../../ui/Disclosure.tsx'
import { Firsts } from './Firsts.tsx'
import './inquiry.css'
import { LifeOfRecord } from './LifeOfRecord.tsx'
import { OrderLens } from './OrderLens.tsx'

/** Questions to the run that is shown, up to this moment; each plays it once more. */
export default function AskRun() {
  return (
    <>
      <Disclosure summary="What became of a record?" open>
        <LifeOfRecord />
      </Disclosure>
      <Disclosure summary="Was the order kept?">
        <OrderLens />
      </Disclosure>
      <Disclosure summary="What goes wrong, and when first?">
        <Firsts />
      </Disclosure>
    </>
  )
}
