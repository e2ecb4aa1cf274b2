"""How many disabled children the register knows."""

from datetime import date

from goldenthread.measure.indicators.definition import Better, Definition, Every, Level, Supply, Topic, Unit

definition = Definition(
    code="disabled_children_on_register",
    title="Disabled children who are on the register",
    topic=Topic.CARE,
    why_it_matters="A register that holds one in ten cannot plan for the rest.",
    counted=(
        "Children on the register at the end of the quarter ÷ disabled children there are thought to be, such "
        "as children for whom disability living allowance is paid."
    ),
    cohort="disabled children there are thought to be",
    unit=Unit.PERCENT,
    better=Better.HIGHER,
    source="Council, register of disabled children; Department for Work and Pensions",
    review_by=date(2027, 9, 1),
    levels=(Level.AREA,),
    periods=(Every.QUARTER,),
    supply=Supply.PARTNER,
    disclosure="D1",
    caution="Being on the register is the family’s own choice. The number below the line is an estimate.",
    catalogue=("SC05",),
    needs=(
        "To be agreed and signed by children’s social care and the parent carer forum: which estimate it is "
        "out of. Then one row a quarter; the number alone leaves the register, never a name."
    ),
    agreed=False,
)
