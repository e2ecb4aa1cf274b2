"""An invented report in the shape of the published ones: two columns flattened, a page's end inside a row."""

LETTER = """
Local area partnership report

Area SEND inspection of Marlshire
Local Area Partnership

Inspection dates: 29 January to 2 February 2024
Dates of previous inspection: 5 to 9 March 2018

Inspection outcome
There are widespread and/or systemic failings leading to significant concerns about the
experiences and outcomes of children and young people, which must be addressed urgently.

Information about the local area partnership
Marlshire County Council and NHS Marl Valley ICB are jointly responsible.

Areas for priority action

Responsible body Areas for priority action
Marlshire County
Council and NHS Marl Valley
ICB
The local area partnership should urgently shorten the waits
for:
▪ speech and language therapy; and
▪ autism assessment.
Leaders should also support families who wait.
Marlshire County
Council and NHS Marl Valley
Leaders should make plans that say what will be different for

Area SEND inspection report: Marlshire Local Area Partnership, 29 January to 2 February 2024
8

ICB
every child.
NHS Marl Valley ICB NHS Marl Valley ICB leaders should publish how long families
wait.

Areas for improvement

Areas for improvement
Leaders should improve how quickly education, health and care plans are finished, and so
ensure that children have the right help.
The local area partnership should hear from more families, and tell them what has changed.
This should be done every term, in words that everybody understands, so as to build more
trust.
◼

Local area partnership details
Local authority Marlshire County Council
"""
NAME = "99999_marlshire__area-send-full-inspection-26-march-2024.txt"
