import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goldenthread.publish.reports.document import (
    Heading,
    KeyValueTable,
    Link,
    Paragraph,
    Placeholder,
    Strong,
    Table,
    passages,
    runs,
)
from goldenthread.publish.reports.glossary import Term, expanded, glossary_table, harvest, known_terms
from goldenthread.publish.reports.glossary.candidates import short_forms
from tests.publish.reports.papers import brag_table, paper


def used(*sentences: str, **settled: object) -> list[str]:
    return [term.acronym for term in harvest(paper(*map(Paragraph.of, sentences)), **settled).terms]


def unknown(*sentences: str, **settled: object) -> list[str]:
    return [each.acronym for each in harvest(paper(*map(Paragraph.of, sentences)), **settled).unknown]


def spelt(*blocks: object) -> list[str]:
    document = paper(*blocks)
    return list(passages(expanded(document, harvest(document))))[2:]


@pytest.mark.parametrize(
    ("sentence", "terms"),
    [
        ("The EHC plan named by the SENCO", ["EHC", "SENCO"]),
        ("Each school’s SENCo", ["SENCO"]),
        ("The WSoA and the DfE’s view, with NHS England", ["DfE", "NHS", "WSOA"]),
        ("1,377 EHCPs; all SENCOs; two GPs", ["EHCP", "GP", "SENCO"]),
        ("at KS2, under WS1, in the SEN2 return (SSDA903)", ["KS", "SEN2", "SSDA903", "WS"]),
        ("C&F, H&WBB, ASQ-3, A8, XmR, DSG/HNB", ["A8", "ASQ-3", "C&F", "DSG", "H&WBB", "HNB", "XmR"]),
        ("SALT is given by a SaLT", ["SALT", "SaLT"]),
        (
            "A golden thread; co-production; Element 2; s.42; Section F",
            ["Co-production", "Element 1/2/3", "Golden thread", "s.42", "Section F"],
        ),
        ("NO – Part I", ["Part I / Part II"]),
        ("pupils with VI", ["VI"]),
        ("Outcome 1 of the plan: children are heard", []),
    ],
)
def test_terms_used_are_found(sentence, terms):
    assert sorted(used(sentence), key=str.casefold) == sorted(terms, key=str.casefold)
    assert unknown(sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Part II and Schedule VI and chapter XII, points iv and IX",
        "RECOMMENDATION: That Cabinet agrees. It is NOT due in MAY or on MONDAY",
        "REPORT SUMMARY AND NEXT STEPS",
        "Cllr JT Smith and Dr AB Jones; Kevin McDaniel; Rob O'Keefe; J. K. Rowe",
        "Write to WR5 2NP, see www.SEND.example or HELP@EXAMPLE.ORG",
        "Visit SWINDON: Swindon is a town",
        "A4 paper, the M5, Q1, question R04, Appendix B",
        "The UK, a PDF, on TV, at 5 PM",
        "YouTube, PowerPoint, JavaScript",
    ],
)
def test_what_only_looks_like_a_short_form_is_left_alone(sentence):
    assert harvest(paper(Paragraph.of(sentence))).unknown == ()
    assert [term for term in harvest(paper(Paragraph.of(sentence))).terms if term.is_short_form] == []


def test_an_unknown_short_form_is_reported_with_its_sentence_and_what_to_do():
    (found,) = harvest(paper(Heading("Start"), Paragraph.of("The QZX met in June."), Paragraph.of("QZX again"))).unknown

    assert (found.acronym, found.said_in) == ("QZX", "The QZX met in June.")
    assert (
        found.why
        == "QZX is not in the glossary and the paper does not spell it out. Define it, or say that readers know it."
    )


def test_defining_or_dismissing_settles_an_unknown():
    own = Term("QZX", "quiet zone exchange", "a place to be quiet")

    assert used("The QZX met", define=[own]) == ["QZX"]
    assert unknown("The QZX met", define=[own]) == []
    assert unknown("The QZX met", dismiss={"QZX"}) == []


def test_the_papers_own_explanation_counts():
    document = paper(Paragraph.of("Families call the Integrated Front Door (IFD). The IFD answers."))

    assert harvest(document).terms == (Term("IFD", "Integrated Front Door"),)


def test_two_meanings_must_be_settled():
    assert (
        "can mean “full-time equivalent” or “first-time entrant”"
        in harvest(paper(Paragraph.of("Two FTE"))).unknown[0].why
    )
    assert used("Two FTE, which is full-time equivalent") == ["FTE"]


def test_a_short_form_that_nobody_can_spell_out_is_unknown():
    assert unknown("data from the FFD") == ["FFD"]


def test_header_tables_captions_and_gaps_are_read_too():
    header = KeyValueTable.of(("For the ICB", "by the DCO"))
    document = paper(
        brag_table(), Table.of("CAMHS waits", ["PCF"], [["DSL"]]), Placeholder("x", "Which EP?"), header=header
    )

    found = [term.acronym for term in harvest(document).terms]

    assert found == ["CAMHS", "DCO", "DSL", "EP", "ICB", "PCF"]


def test_first_use_in_prose_is_spelt_out_once():
    assert spelt(Heading("The DfE"), Paragraph.of("The DfE, then the DfE."), Paragraph.of("DfE")) == [
        "The DfE",
        "The Department for Education (DfE), then the DfE.",
        "DfE",
    ]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("EHCPs are late", "Education, Health and Care plans (EHCPs) are late"),
        ("Late. LAs know", "Late. Local authorities (LAs) know"),
        ("an SEN review", "a special educational needs (SEN) review"),
        ("A EP wrote", "An educational psychologist (EP) wrote"),
        ("a UPN is given", "a unique pupil number (UPN) is given"),
        ("the Department for Education (DfE) said", "the Department for Education (DfE) said"),
        ("the DfE (Department for Education) said", "the DfE (Department for Education) said"),
        ("the SEN2 return", "the SEN2 return"),
        ("by KS2", "by KS2"),
    ],
)
def test_spelling_out_keeps_the_sentence_a_sentence(written, read):
    assert spelt(Paragraph.of(written)) == [read]


def test_links_keep_their_words():
    assert spelt(Paragraph(runs(Link("DfE", "https://example.org"), " and ", Strong("DfE")))) == [
        "DfE and Department for Education (DfE)"
    ]


@given(
    st.lists(
        st.sampled_from(["an EHCP", "the DfE", "SENCOs", "a SEN need", "met.", "SENDIASS", "(ICB)", "LAs"]), max_size=8
    )
)
def test_spelling_out_twice_changes_nothing(parts):
    document = paper(Paragraph.of(" ".join(parts)))
    once = expanded(document, harvest(document))

    assert expanded(once, harvest(once)) == once


@given(st.text(max_size=60))
def test_any_text_can_be_harvested(text):
    found = list(short_forms(text, known_terms().keys(), set()))

    assert all(len(short) > 1 for short in found)


def test_the_printed_glossary_has_a_row_for_each_term():
    table = glossary_table(harvest(paper(Paragraph.of("The DfE and the ICB"))))

    assert [[run.text for cell in row for run in cell.runs] for row in table.rows] == [
        ["DfE", "Department for Education", "The government department for schools and children's services"],
        ["ICB", "Integrated Care Board", "Plans and pays for local health services"],
    ]


def test_our_own_table_explains_nothing_with_a_short_form():
    short = known_terms().keys()
    terms = [term for meanings in known_terms().values() for term in meanings]

    puzzling = {
        term.acronym: found
        for term in terms
        if (found := [*short_forms(f"{term.expansion}. {term.meaning}", short, set())]) and found != [term.acronym]
    }

    assert puzzling == {}


@pytest.mark.shared
def test_our_own_table_has_every_term_of_the_field_and_none_of_its_sentences():
    path = Path(__file__).parents[4] / "shared/domain/glossary.csv"
    if not path.exists():
        pytest.skip("the field's glossary is not here: ../shared/domain/glossary.csv")
    field = list(csv.DictReader(path.read_text(encoding="utf-8").splitlines()))
    ours = [term for meanings in known_terms().values() for term in meanings]

    assert {row["acronym"] for row in field} - {term.acronym for term in ours} == set()
    assert {row["meaning"].casefold() for row in field} & {term.meaning.casefold() for term in ours} == set()
