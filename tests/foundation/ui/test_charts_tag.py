from django.template import Context, Template

from goldenthread.foundation.charts.brag import BragBar


def test_a_chart_is_a_figure_with_its_table() -> None:
    bar = BragBar(identity="all", title="Actions <now>", description="Two are green.", counts={"green": 2})

    html = Template("{% load charts %}{% chart bar %}").render(Context({"bar": bar}))

    assert [html.count(part) for part in ("<figure", "<svg", "<table", "Show the figures")] == [1, 1, 1, 1]
    assert "<now>" not in html
