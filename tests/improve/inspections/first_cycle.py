"""Invented letters of the first cycle, 2016 to 2022, in the shape of the published ones."""

FIRST = """
11 May 2018

Ms A Director
Marlshire County Council

Dear Ms Director

Joint local area SEND inspection in Marlshire

Between 12 March and 16 March 2018, Ofsted and the Care Quality Commission (CQC) visited Marlshire.

As a result of the findings of this inspection, a Written Statement of Action is required because of
significant areas of weakness in the local area’s practice.

Main findings
◼ Leaders know the area’s faults.

The local area is required to produce and submit a Written Statement of Action to Ofsted that explains how the
local area will tackle the following areas of significant weakness:

◼ the length of time that children wait for
occupational therapy
2

◼
plans that are not issued in time
◼ the weak engagement of parents and carers

in decisions about services

Yours sincerely
A Lead Inspector
◼ Clinical commissioning group
"""

REVISIT = """
Joint area SEND revisit in Marlshire

Revisit dates: 8 to 10 November 2021
Letter published: 17 December 2021

The area has made sufficient progress in addressing one of the three significant weaknesses. The area has not made
sufficient progress in addressing two.

1. The length of time that children wait for occupational therapy.
The local area has not made sufficient progress in addressing this area of
weakness.
Waits rose:
◼ in the north; and
◼ in the south.

2. Plans that are not issued in time.
The area has made sufficient progress to improve this area of significant weakness.
Most are.

3. The weak engagement of parents and carers in decisions about services.
The area has not made sufficient progress in addressing this area of weakness.

As the area has not made sufficient progress in addressing all of the weaknesses, others determine the next steps.

Yours sincerely
"""
