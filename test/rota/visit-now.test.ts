import { expect, it } from 'vitest'
import { arrivedAt, leftAt } from '../../src/rota/visit-now.ts'
import { anEvent, at, aVisit } from '../record/a-late-visit.ts'

it('when somebody came and left is when it was, whatever came first (care-practice 3.5)', () => {
  const visit = aVisit({
    events: [
      anEvent('left-late', 'left', '09:32'),
      anEvent('in', 'arrived', '09:33', { saidAt: at('09:04') }),
      anEvent('in-before', 'arrived', '09:34', { saidAt: at('08:58') }),
      anEvent('out', 'left', '09:35', { saidAt: at('09:28') }),
    ],
  })
  expect([arrivedAt(visit), leftAt(visit)]).toEqual([at('08:58'), at('09:32')])
})
