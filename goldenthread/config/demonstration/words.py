"""The words that people of Marlshire wrote into their Cabinet report, and who was asked and cleared it. All invented."""

HEADER = {
    "title": "SEND improvement: progress and impact",
    "portfolio_member": "Councillor Ivor Dale, Cabinet Member for Children and Families",
    "responsible_officers": "Helen Ashdown, Director of Children's Services",
    "author": "Samira Dhillon, SEND improvement lead",
    "wards": "All",
    "decision_type": "For information",
}

CONSULTEES = (  # (name, post)
    ("Councillor Ivor Dale", "Cabinet Member for Children and Families"),
    ("Helen Ashdown", "Director of Children's Services"),
    ("Alison Creed", "Finance Business Partner, for the Section 151 officer"),
    ("Priya Raman", "Director of Commissioning, NHS Marl Valley Integrated Care Board"),
    ("Sarah Linfield", "Chair of the Marlshire Parent Carer Forum"),
    ("", "Monitoring Officer"),
    ("", "Head of Communications"),
)
RETURNED = (
    "Councillor Ivor Dale",
    "Helen Ashdown",
    "Alison Creed",
    "Priya Raman",
    "Sarah Linfield",
)  # the other two stay outstanding
CLEARED = {"Finance": "manager", "Legal": "manager", "Partners": "board"}  # role: who signs in to record it

WORDS = {
    "summary": """The backlog of late education, health and care plans has almost gone. Families who ask today wait less than families who asked a year ago. The published headline fell while this was done, because long waits were ended; members should expect to be asked about it.

Families do not yet feel the difference. Two themes that are reported as on track or complete have worsening answers from parents behind them, and families of the youngest children have hardly been heard at all. This report says so plainly, and asks Cabinet to look again in the spring.""",
    "recommendations": """i) Notes the progress of the 107 actions, and the colours that the facts do not support.
ii) Endorses the remedies and new dates for the six actions reported Red.
iii) Asks the Director of Children's Services to report in February 2027 on what families say, with answers from families of children under five.
iv) Asks for timeliness of plans to be reported to members together with the number of children still waiting, each time.""",
    "achievements": """Agency staff and permanent posts together cleared the backlog: open cases past 20 weeks are at their lowest since records for this plan began, and the oldest case is months, not years, old.

Eight therapists were recruited and one waiting list replaced three. Waits for a first therapy appointment have fallen beyond anything that chance would explain. Parents tell the forum that clinics nearer home matter as much as shorter waits.""",
    "options": """- Report delivery only, as in earlier papers. Not recommended: it would hide that families do not yet feel what has been delivered.
- Report the published 20-week figure alone. Not recommended: it fell because late cases were finished, and would mislead.
- Report delivery, measures and families' answers side by side, with challenges printed. Recommended.""",
    "financial": """The money was agreed in earlier decisions; this report asks for none. Spending to the end of September is within the sums shown. The agency contract ended in August as planned, and the permanent posts are filled but for two.

The high needs block remains overspent. Officers cannot yet show that outreach in mainstream schools has reduced placements outside the county, and will report on it with the budget in February 2027.""",
    "legal": """The duties named above fall on the council whatever its resources. Issuing a plan late is a breach each time, and the duty to secure what a plan says is owed to each child. Families may ask the tribunal to decide, and may complain to the ombudsman about delay. Nothing in this report needs a new decision in law.""",
    "risk": """Each risk has an owner on the improvement board, which looks at it every month.

- Progress reported better than it is: the SEND improvement lead. Leads have been asked to add evidence or to change the colour by 4 December.
- Waiting beyond the law's limit: the EHC Plan Service Manager. Cover for leave is agreed through the winter.
- Much rests on Brightwell Learning: the Head of Inclusion. A second provider has been asked to price the outreach work.
- Actions that wait for Red ones: the Data and Performance Manager, until the case management system is changed.""",
    "equality": """An equality impact assessment was made with the plan and was looked at again in September 2026. Delay weighs most on families who cannot pay for private reports and on those whose first language is not English. Interpreters are now offered at the first call. Children under five are the group of whom we know least; the survey is taken to nurseries from November.""",
    "other_impacts": """Sharing figures between council, health service and schools rests on the agreement signed in 2025; no child can be recognised in this report. Clinics nearer home have cut journeys. There is no other effect on staff or on the climate.""",
    "consultation": """- The plan stands on the Local Offer, and the parent carer forum sends it to its members.
- Four listening events were held in 2025, one in each corner of the county.
- The SEND steering group, on which parents and schools have seats, read this report in draft on 22 October 2026 and asked that families' answers stand beside every colour.
- The overview and scrutiny panel asked in March 2026 for action 4.4 to be reworded; it was.""",
    "plain_recommending": """That Cabinet notes how far the plan has come, backs what is being done about the six actions in trouble, and asks for a report in February about what families say.""",
    "plain_benefit": """Children get help sooner, near where they live. Parents do not have to fight to be heard, and are told what was done about what they said. Shorter waits are here; trust is not here yet.""",
    "plain_message": """Waits are shorter and the backlog is nearly gone. Families have told us that they do not feel it yet, and that is what we are working on next.""",
}
